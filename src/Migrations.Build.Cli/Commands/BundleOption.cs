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
