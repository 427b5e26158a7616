using System.CommandLine;
using Migrations.Build.Cli.Output;
using Migrations.Build.Runner;

namespace Migrations.Build.Cli.Commands;

/// <summary>Proves a bundle: its bytes, then up, down and up again with rows.</summary>
internal static class VerifyCommand
{
    public static Command Make()
    {
        var bundle = new BundleOption(isRequired: true);
        var output = new OutputOptions();
        var command = new Command("verify", "Checks that the bundle is what the build wrote, then runs it up, down and up again with rows.");
        bundle.AddTo(command);
        output.AddTo(command);
        command.SetAction((parsed, _) => Answering.RunAsync("verify", output.Screen(parsed, new([])), () =>
        {
            var opened = bundle.Open(parsed)!;
            return Task.FromResult(new Answer(ExitCode.Done, [])
            {
                Report = new Report().Title($"{opened.Manifest.Name} {opened.Manifest.Version} is what the build wrote: {Words.Count(opened.Manifest.Parts.Count + 1, "part")}, digest {opened.Digest}."),
                Document = new Fields().With("bundle", Documents.Bundle(opened)).With("parts", opened.Manifest.Parts.Count + 1),
            });
        }));
        return command;
    }
}
