using Migrations.Build.Model;
using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Histories;

namespace Migrations.Build.Bundle.Parts;

/// <summary>Answers that the history gave to <c>Schema.*.Exists</c>, which must also hold when the migration runs.</summary>
public sealed record DatabaseAssumption(Items<DatabaseKind> Databases, bool InDown, Assumption Assumption);
