using Migrations.Build.Model.Operations;

namespace Migrations.Build.Model.Schemas;

/// <summary>A view, and the statement that made it.</summary>
public sealed record View(TableName Name, string Text) : INamed;
