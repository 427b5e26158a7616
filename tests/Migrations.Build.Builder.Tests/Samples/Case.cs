using Migrations.Build.Model;
using Migrations.Build.Model.Operations;

namespace Migrations.Build.Builder.Tests.Samples;

/// <summary>A situation to render: what was there before, and the operations of one script.</summary>
public sealed record Case(string Name, Items<Operation> Before, Items<Operation> Operations);
