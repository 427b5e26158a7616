using Microsoft.CodeAnalysis;
using Migrations.Build.Model.Operations;

namespace Migrations.Build.Analyzers.Reading.Walking;

/// <summary>Tells what comes out differently in another run, on another machine, or on another day.</summary>
internal static class Nondeterminism
{
    /// <summary>What a member's value comes from; null where it is the same everywhere, as far as its name says.</summary>
    public static string? Of(ISymbol member) => (member.ContainingType?.ToDisplayString(), member.Name) switch
    {
        ("System.DateTime" or "System.DateTimeOffset", "Now" or "UtcNow" or "Today") => "the clock",
        ("System.Diagnostics.Stopwatch", _) => "the clock",
        ("System.TimeProvider", _) => "the clock",
        ("System.Guid", "NewGuid" or "CreateVersion7") => "chance",
        ("System.Random", "Shared") => "chance",
        ("System.Security.Cryptography.RandomNumberGenerator", _) => "chance",
        ("System.Environment", not "NewLine") => "the environment",
        ("System.AppContext" or "System.Diagnostics.Process", _) => "the environment",
        ("System.IO.File" or "System.IO.Directory" or "System.IO.FileInfo" or "System.IO.DirectoryInfo", _) => "the file system",
        ("System.IO.Path", "GetTempPath" or "GetTempFileName" or "GetRandomFileName") => "the file system",
        ("System.Net.Http.HttpClient" or "System.Net.Dns", _) => "the network",
        ("System.Globalization.CultureInfo", "CurrentCulture" or "CurrentUICulture") => "the machine's culture",
        ("System.TimeZoneInfo", "Local") => "the machine's time zone",
        ("FluentMigrator.MigrationBase", "ConnectionString") => "the connection",
        _ => null,
    };

    /// <summary>What a new object's values come from; a seed makes chance the same everywhere.</summary>
    public static string? OfNew(INamedTypeSymbol type, int arguments) => arguments == 0 && type.ToDisplayString() == "System.Random" ? "chance" : null;

    /// <summary>The same as records say it. A file may be part of the project, and a connection is none of a value's sources.</summary>
    public static ValueOrigin OriginOf(string? source) => source switch
    {
        "the clock" => ValueOrigin.Clock,
        "chance" => ValueOrigin.Chance,
        null or "the file system" or "the connection" => ValueOrigin.Constant,
        _ => ValueOrigin.Environment,
    };
}
