namespace Migrations.Build.Builder.Rendering.Databases.Sqlite;

/// <summary>An object of SQLite's catalog: <c>table</c>, <c>index</c> or <c>trigger</c>, its name, and the exact text that makes it.</summary>
internal sealed record SqliteObject(string Type, string Name, string Sql);
