using System.Globalization;

namespace Migrations.Build.Verification.Databases;

/// <summary>Where the files of a verification are: in a temporary folder that goes in the end, or at an empty database and beside it.</summary>
internal sealed class ScratchPlace(string? given) : IDisposable
{
    private readonly string? _folder = given is null ? Directory.CreateTempSubdirectory("migrations-verify-").FullName : null;
    private readonly bool _wasThere = File.Exists(given);
    private int _files;

    /// <summary>The path of the next file.</summary>
    public string Next()
    {
        var number = (_files++).ToString(CultureInfo.InvariantCulture);
        var path = _folder is not null ? Path.Combine(_folder, number + ".db") : _files == 1 ? given! : $"{given}-verify-{number}";
        File.Delete(path);
        return path;
    }

    public void Dispose()
    {
        if (_folder is null)
        {
            if (_wasThere)
            {
                File.Create(given!).Dispose();
            }

            return;
        }

        try
        {
            Directory.Delete(_folder, recursive: true);
        }
        catch (IOException)
        {
            // A virus scanner may hold a file for a moment; the folder is a temporary one.
        }
    }
}
