using Migrations.Build.Model.Operations;

namespace Migrations.Build.Model.Schemas;

/// <summary>A trigger, the table it watches where that could be read, and the statement that made it.</summary>
public sealed record Trigger(TableName Name, TableName? Table, string Text) : INamed;
