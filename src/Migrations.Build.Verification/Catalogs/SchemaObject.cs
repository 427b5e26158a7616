namespace Migrations.Build.Verification.Catalogs;

/// <summary>An object as the database's own schema table lists it; what an engine makes by itself has no text.</summary>
internal sealed record SchemaObject(string Type, string Name, string Table, long Root, string? Sql)
{
    /// <summary>Whether it is a table whose rows can be read and written as rows.</summary>
    public bool HoldsRows => Type == "table" && Root > 0;
}
