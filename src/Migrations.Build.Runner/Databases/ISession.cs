using System.Data.Common;
using Migrations.Build.Bundle.Parts;
using Migrations.Build.Model;
using Migrations.Build.Model.Histories;
using Migrations.Build.Model.Schemas;

namespace Migrations.Build.Runner.Databases;

/// <summary>An open database. Only one transaction is open at a time.</summary>
internal interface ISession : IAsyncDisposable
{
    /// <summary>The connection, for code steps.</summary>
    DbConnection Connection { get; }

    /// <summary>The open transaction.</summary>
    DbTransaction? Transaction { get; }

    /// <summary>Begins a transaction that may write; <paramref name="statements"/> is what a migration is going to execute in it.</summary>
    Task BeginAsync(IReadOnlyList<string> statements, CancellationToken cancel);

    /// <summary>References between tables that the open transaction broke, in words; to be asked before it is committed.</summary>
    Task<Items<string>> BrokenReferencesAsync(CancellationToken cancel);

    /// <summary>Commits the open transaction.</summary>
    Task CommitAsync(CancellationToken cancel);

    /// <summary>Undoes the open transaction, if there is one.</summary>
    Task RollbackAsync();

    /// <summary>Whether a statement can share a transaction with the journal, where its migration asked for none of its own.</summary>
    bool CanShareTransaction(string sql);

    /// <summary>Executes one statement of a migration; returns how many rows it wrote, and less than zero where the engine does not say.</summary>
    Task<int> ExecuteAsync(string sql, CancellationToken cancel);

    /// <summary>The same while no trigger of the database fires, whoever made it.</summary>
    Task<int> ExecuteQuietlyAsync(string sql, CancellationToken cancel);

    /// <summary>The first value of the first row of a query; null when there is no row.</summary>
    Task<object?> ScalarAsync(string sql, CancellationToken cancel);

    /// <summary>A command of our own on the open transaction, which the session keeps and disposes; parameters are <c>@p0</c>, <c>@p1</c> and so on.</summary>
    DbCommand Command(string sql, params object?[] values);

    /// <summary>Runs a command of our own.</summary>
    Task<T> RunAsync<T>(Func<DbCommand, T> work, DbCommand command, CancellationToken cancel);

    /// <summary>Gives a table another name, whatever else is in the database.</summary>
    Task RenameTableAsync(string table, string newName, CancellationToken cancel);

    /// <summary>The table that lists what is applied.</summary>
    VersionTable Versions { get; set; }

    /// <summary>The columns of a table; none where it does not exist.</summary>
    Task<IReadOnlyList<TableColumn>> ColumnsAsync(string table, CancellationToken cancel);

    /// <summary>The tables of the history that exist, each with its columns.</summary>
    Task<IReadOnlyDictionary<string, List<string>>> HistoryColumnsAsync(CancellationToken cancel);

    /// <summary>The statements that make the tables of the history, each of which does nothing where the table exists.</summary>
    IReadOnlyList<string> HistoryTables { get; }

    /// <summary>Whether an answer that a migration was written with is the database's own answer.</summary>
    Task<bool> HoldsAsync(Assumption assumption, CancellationToken cancel);

    /// <summary>What differs between a table, with what stands on it, and the texts of a check, object by object, in words.</summary>
    Task<Items<string>> DifferencesAsync(string check, CancellationToken cancel);

    /// <summary>A database with the schema of this one and without its rows, to be disposed; null where nobody but us has changed this one.</summary>
    Task<ISession?> CopySchemaAsync(CancellationToken cancel);

    /// <summary>The statements of a text that change the schema.</summary>
    IReadOnlyList<string> SchemaChanges(string sql);

    /// <summary>The live schema, without the tables of the history.</summary>
    Task<Schema> SchemaAsync(CancellationToken cancel);
}
