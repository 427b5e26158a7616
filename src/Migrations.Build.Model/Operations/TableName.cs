namespace Migrations.Build.Model.Operations;

/// <summary>A table's name, with its schema where one was said.</summary>
public sealed record TableName(string? Schema, string Name)
{
    /// <summary>The name of a table for which no schema was said.</summary>
    public static TableName Of(string name) => new(null, name);

    /// <inheritdoc/>
    public override string ToString() => Schema is null ? Name : Schema + "." + Name;
}
