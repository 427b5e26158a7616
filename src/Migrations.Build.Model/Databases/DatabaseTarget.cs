namespace Migrations.Build.Model.Databases;

/// <summary>A database that a project ships to, and the oldest version of it that must work.</summary>
public sealed record DatabaseTarget(DatabaseKind Kind, string Version)
{
    /// <summary>Reads <c>postgres</c> or <c>postgres:14</c>; false when the engine is unknown or the version is no number.</summary>
    public static bool TryParse(string text, out DatabaseTarget? target)
    {
        target = null;
        var parts = text.Trim().Split(':');
        if (parts.Length > 2 || Dialect.ForId(parts[0].Trim()) is not { } dialect)
        {
            return false;
        }

        var version = parts.Length == 2 ? parts[1].Trim() : dialect.OldestVersion;
        if (parts.Length == 2 && !IsVersion(version))
        {
            return false;
        }

        target = new DatabaseTarget(dialect.Kind, version);
        return true;
    }

    /// <inheritdoc/>
    public override string ToString() => Dialect.Of(Kind).Id + ":" + Version;

    private static bool IsVersion(string text) =>
        text.Length > 0 && text.Split('.').All(part => part.Length is > 0 and < 6 && part.All(c => c is >= '0' and <= '9'));
}
