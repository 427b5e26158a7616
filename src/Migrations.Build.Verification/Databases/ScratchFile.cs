using Microsoft.Data.Sqlite;
using Migrations.Build.Verification.Pages;

namespace Migrations.Build.Verification.Databases;

/// <summary>
/// A database file made for verification. It keeps a write-ahead log that nobody folds into the file while a migration is proved: the file
/// itself stays as it was before, to be read or copied, and the log says which pages changed.
/// </summary>
internal sealed class ScratchFile : IDisposable
{
    private readonly SqliteConnection _reader;
    private bool _marked;

    private ScratchFile(string path)
    {
        Path = path;
        Connection = Open(path);
        // Pointers from each page to its parent come with this mode; it must be chosen before there is a table.
        Connection.Execute("PRAGMA auto_vacuum = INCREMENTAL; PRAGMA journal_mode = WAL; PRAGMA synchronous = OFF; PRAGMA wal_autocheckpoint = 0");
        _reader = Open(path);
    }

    public string Path { get; }

    /// <summary>Verification's own connection.</summary>
    public SqliteConnection Connection { get; }

    /// <summary>How a runner opens the file.</summary>
    public string ConnectionString => Text(Path);

    /// <summary>The database as it was when it was marked, for as long as it is.</summary>
    public SqliteConnection Before => _marked ? _reader : throw new InvalidOperationException("The database was not marked.");

    /// <summary>A new file, or one that continues from a copy of another.</summary>
    public static ScratchFile At(string path, string? copyOf = null)
    {
        if (copyOf is not null)
        {
            File.Copy(copyOf, path);
        }

        return new(path);
    }

    /// <summary>Remembers the database as it is now.</summary>
    public void Mark()
    {
        Settle();
        // Reading a header field begins a read without making the engine parse the whole schema.
        _reader.Execute("BEGIN");
        _reader.Number("PRAGMA user_version");
        _marked = true;
    }

    /// <summary>The root pages, in the marked database, of the trees in which a page was written since.</summary>
    public IReadOnlySet<long> ChangedRoots()
    {
        using var file = PageFile.Open(Path);
        return WriteAheadLog.ChangedPages(Path + "-wal").Select(file.RootOf).Where(r => r > 0).ToHashSet();
    }

    /// <summary>Lets go of the marked database and folds the log into the file, which then holds everything.</summary>
    public void Settle()
    {
        if (_marked)
        {
            _reader.Execute("COMMIT");
            _marked = false;
        }

        Connection.Execute("PRAGMA wal_checkpoint(TRUNCATE)");
    }

    public void Dispose()
    {
        _reader.Dispose();
        Connection.Dispose();
        Delete(Path);
    }

    /// <summary>Deletes a database and what lies beside it.</summary>
    public static void Delete(string path)
    {
        foreach (var suffix in new[] { "", "-wal", "-shm", "-journal" })
        {
            File.Delete(path + suffix);
        }
    }

    private static SqliteConnection Open(string path)
    {
        var connection = new SqliteConnection(Text(path));
        connection.Open();
        return connection;
    }

    private static string Text(string path) => new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ConnectionString;
}
