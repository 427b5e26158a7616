using System.CommandLine;
using Migrations.Build.Bundle;
using Migrations.Build.Bundle.Reading;

namespace Migrations.Build.Cli.Commands;

/// <summary>The option that names the bundle.</summary>
internal sealed class BundleOption(bool isRequired)
{
    private readonly Option<string?> _bundle = new("--bundle")
    {
        Description = isRequired ? "The bundle's file." : "The bundle's file; optional, since the database keeps what is needed.",
        HelpName = "file",
        Required = isRequired,
    };

    public void AddTo(Command command) => command.Add(_bundle);

    /// <summary>Whether the file can be read once only.</summary>
    public bool IsPipe(ParseResult parsed) =>
        parsed.GetValue(_bundle) is { } path && File.Exists(path) && (File.ResolveLinkTarget(path, returnFinalTarget: true) ?? new FileInfo(path)) is not FileInfo { Exists: true, Length: > 0 };

    public MigrationBundle? Open(ParseResult parsed)
    {
        if (parsed.GetValue(_bundle) is not { } path)
        {
            return null;
        }
        try
        {
            return BundleReader.Open(path);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new UsageException($"There is no bundle '{path}'. Nothing was done. Give the path of the .mbundle file that the build wrote.");
        }
        catch (UnauthorizedAccessException) when (Directory.Exists(path))
        {
            throw new UsageException($"'{path}' is a folder. Nothing was done. Give the path of the .mbundle file that the build wrote.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new IOException($"The bundle '{path}' cannot be read: {e.Message.TrimEnd('.')}. Nothing was done. Make the file readable for this user.");
        }
    }
}
