using System.Globalization;
using Migrations.Build.Model;
using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Rules.Toolchain;

namespace Migrations.Build.Builder.Requests;

/// <summary>Reads a request: lines of <c>key=value</c>, a key repeated where it has several values.</summary>
internal sealed class RequestReader
{
    private readonly ILookup<string, string> _values;
    private readonly List<Finding> _findings = [];

    private RequestReader(IEnumerable<string> lines) => _values = lines
        .Where(line => line.Trim().Length > 0)
        .Select(line => line.Split('=', 2))
        .ToLookup(pair => pair[0].Trim(), pair => pair.Length == 2 ? pair[1].Trim() : "", StringComparer.Ordinal);

    /// <summary>The request, and the settings in it that cannot be read.</summary>
    public static (Request Request, Items<Finding> Findings) Read(IEnumerable<string> lines)
    {
        var reader = new RequestReader(lines);
        return (reader.Read(), reader._findings.ToItems());
    }

    private Request Read() => new()
    {
        Command = OneOf("command", "command", "build", "release", "deploy"),
        Assembly = Text("assembly"),
        Output = Text("output"),
        Name = FileNamePart("name", "MigrationsBundleName"),
        Version = FileNamePart("version", "MigrationsBundleVersion"),
        Targets = Targets(),
        Verify = Flag("verify", "MigrationsVerify", true),
        InferDown = Flag("infer-down", "MigrationsInferDown", true),
        VerifyRows = Number("verify-rows", "MigrationsVerifyRows", 25, 0),
        Releases = Text("releases"),
        Samples = Text("samples"),
        State = Optional("state"),
        References = _values["reference"].ToItems(),
        Project = Text("project"),
        EditorConfigs = _values["editorconfig"].ToItems(),
        Warnings = new(Flag("warnings-are-errors", "TreatWarningsAsErrors", false), Ids("error"), Ids("no-error"), Ids("no-warning")),
        RuleSet = Optional("ruleset"),
        Sources = _values["source"].ToItems(),
        Defined = Ids("define"),
        Compiler = Optional("compiler"),
        PathMap = Text("path-map"),
        Deploy = DeployedDatabase(),
        IgnoreTables = _values["ignore-table"].Where(p => p.Length > 0).ToItems(),
        ErrorLog = Optional("error-log"),
        Notes = Flag("database-assumed", "MigrationsDatabases", false) ? Items.Of(new Finding(DatabaseAssumed.Rule.Id, Items<string>.Empty)) : Items<Finding>.Empty,
        TimeLimit = TimeSpan.FromSeconds(Number("time-limit", "MigrationsTimeLimit", 60, 1)),
    };

    private DatabaseKind? DeployedDatabase() => Optional("deploy") switch
    {
        null => null,
        var id when Dialect.ForId(id) is { } dialect => dialect.Kind,
        var id => Wrong("MigrationsDatabase", id, "it is no database that is known", (DatabaseKind?)null),
    };

    private string? Optional(string key) => _values[key].LastOrDefault(v => v.Length > 0);

    private string Text(string key) => Optional(key) ?? "";

    private Items<string> Ids(string key) => _values[key].SelectMany(v => v.Split([',', ';', ' '], StringSplitOptions.RemoveEmptyEntries)).ToItems();

    private string OneOf(string key, string setting, params string[] known) => Optional(key) is { } value && known.Contains(value)
        ? value
        : Wrong(setting, Text(key), $"it is none of {FindingText.List(known.Select(k => "'" + k + "'").ToArray())}", known[0]);

    private string FileNamePart(string key, string setting) => Text(key) is { Length: > 0 } value && value.IndexOfAny(Path.GetInvalidFileNameChars()) < 0
        ? value
        : Wrong(setting, Text(key), "it must be usable in a file name", "migrations");

    private bool Flag(string key, string setting, bool usual) => Optional(key) switch
    {
        null => usual,
        var text when bool.TryParse(text, out var value) => value,
        var text => Wrong(setting, text, "it is neither 'true' nor 'false'", usual),
    };

    private int Number(string key, string setting, int usual, int least) => Optional(key) switch
    {
        null => usual,
        var text when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value >= least => value,
        var text => Wrong(setting, text, FormattableString.Invariant($"it is no whole number from {least}"), usual),
    };

    private Items<DatabaseTarget> Targets()
    {
        var targets = new List<DatabaseTarget>();
        foreach (var text in _values["database"].Where(v => v.Length > 0))
        {
            if (!DatabaseTarget.TryParse(text, out var target))
            {
                Wrong("MigrationsDatabases", text, "a database is 'sqlite', 'postgres', 'mysql', 'mariadb' or 'sqlserver', with an oldest version behind a colon or without", target);
            }
            else if (targets.Exists(t => t.Kind == target!.Kind))
            {
                Wrong("MigrationsDatabases", text, "that database is named twice", target);
            }
            else
            {
                targets.Add(target!);
            }
        }

        return targets.Count == 0 ? Items.Of(new DatabaseTarget(DatabaseKind.Sqlite, Dialect.Of(DatabaseKind.Sqlite).OldestVersion)) : targets.ToItems();
    }

    private T Wrong<T>(string setting, string value, string why, T usual)
    {
        _findings.Add(new(SettingUnreadable.Rule.Id, Items.Of(setting, value, why)));
        return usual;
    }
}
