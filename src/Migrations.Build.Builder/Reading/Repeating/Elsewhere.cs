using System.Collections;
using System.Globalization;

namespace Migrations.Build.Builder.Reading.Repeating;

/// <summary>Another culture, working folder, time zone and environment, for as long as it is not disposed.</summary>
internal sealed class Elsewhere : IDisposable
{
    // Without these not even .NET itself would find its files.
    private static readonly string[] Vital = ["PATH", "HOME", "USERPROFILE", "TMP", "TEMP", "TMPDIR", "SystemRoot", "windir", "LD_LIBRARY_PATH"];
    private readonly string _folder = Environment.CurrentDirectory;
    private readonly CultureInfo _culture = CultureInfo.CurrentCulture;
    private readonly CultureInfo _uiCulture = CultureInfo.CurrentUICulture;
    private readonly Dictionary<string, string?> _variables = [];
    private readonly DirectoryInfo _elsewhere = Directory.CreateTempSubdirectory();

    /// <summary>Goes there.</summary>
    public Elsewhere()
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = Foreign();
        Environment.CurrentDirectory = _elsewhere.FullName;
        foreach (DictionaryEntry variable in Environment.GetEnvironmentVariables())
        {
            Change((string)variable.Key, (string?)variable.Value);
        }

        _variables.TryAdd("TZ", null);
        Environment.SetEnvironmentVariable("TZ", "Asia/Kathmandu");
        TimeZoneInfo.ClearCachedData();
    }

    /// <summary>Comes back.</summary>
    public void Dispose()
    {
        foreach (var (name, value) in _variables)
        {
            Environment.SetEnvironmentVariable(name, value);
        }

        TimeZoneInfo.ClearCachedData();
        Environment.CurrentDirectory = _folder;
        (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (_culture, _uiCulture);
        Leave();
    }

    // Without the data of cultures (many containers) one is made up.
    private static CultureInfo Foreign()
    {
        try
        {
            return new("tr-TR");
        }
        catch (CultureNotFoundException)
        {
            var made = (CultureInfo)CultureInfo.InvariantCulture.Clone();
            (made.NumberFormat.NumberDecimalSeparator, made.NumberFormat.NumberGroupSeparator) = (",", ".");
            (made.DateTimeFormat.ShortDatePattern, made.DateTimeFormat.DateSeparator) = ("dd.MM.yyyy", ".");
            return made;
        }
    }

    private void Leave()
    {
        try
        {
            _elsewhere.Delete(recursive: true);
        }
        catch (IOException)
        {
            // User code left something open there; the system clears its temporary folder.
        }
    }

    private void Change(string name, string? value)
    {
        if (!Vital.Contains(name, StringComparer.OrdinalIgnoreCase) && !name.StartsWith("DOTNET", StringComparison.OrdinalIgnoreCase))
        {
            _variables.Add(name, value);
            Environment.SetEnvironmentVariable(name, value + "-elsewhere");
        }
    }
}
