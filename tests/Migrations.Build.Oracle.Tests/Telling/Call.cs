using FluentMigrator;

namespace Migrations.Build.Oracle.Tests.Telling;

/// <summary>A call as a migration makes it, and how it is written.</summary>
internal sealed record Call(string Text, Action<Migration> Do)
{
    public static Call Sql(string sql) => new($"Execute.Sql(\"\"\"\n        {sql}\n        \"\"\")", m => m.Execute.Sql(sql));
}

/// <summary>A call that AutoReversingMigration has as well.</summary>
internal sealed record Rename(string Table, string? Column, string To);

/// <summary>What a migration changes, and what undoes it.</summary>
internal sealed record Change(Call Up, params Call[] Down)
{
    /// <summary>Where the call can be made of an AutoReversingMigration: the same there.</summary>
    public Action<MigrationBase>? Reversing { get; init; }

    public Rename? Renames { get; init; }

    /// <summary>The same in SQL, which keeps a mirror of the schema in step; null where the mirror need not know.</summary>
    public string? Mirror { get; init; }
}
