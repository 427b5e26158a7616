using System.CommandLine;
using Migrations.Build.Bundle.Reading;
using Migrations.Build.Cli.Output;
using Migrations.Build.Runner;

namespace Migrations.Build.Cli.Commands;

/// <summary>Runs a verb and shows its answer; whatever goes wrong is an answer too.</summary>
internal static class Answering
{
    public static async Task<int> RunAsync(string verb, Screen screen, Func<Task<Answer>> work)
    {
        var answer = await AnswerAsync(work).ConfigureAwait(false);
        screen.Show(verb, answer);
        return (int)answer.Code;
    }

    private static async Task<Answer> AnswerAsync(Func<Task<Answer>> work)
    {
        try
        {
            return await work().ConfigureAwait(false);
        }
        catch (UsageException e)
        {
            return new(ExitCode.Usage, [Message.Error(e.Message)]);
        }
        catch (DamagedBundleException e)
        {
            return new(ExitCode.BadBundle, [Message.Of(e)]);
        }
        catch (OperationCanceledException)
        {
            return new(ExitCode.Cancelled, [Message.Error("The command was cancelled. Nothing was changed. Run it again.")]);
        }
        catch (IOException e)
        {
            return new(ExitCode.Failed, [Message.Error(e.Message)]);
        }
        // The last guard: a stack trace helps nobody who runs a release, and whoever reports it asks for it.
        catch (Exception e)
        {
            var where = Environment.GetEnvironmentVariable("MIGRATIONS_TRACE") == "1" ? Environment.NewLine + e : " Set MIGRATIONS_TRACE=1 to see where.";
            return new(ExitCode.Failed, [Message.Error($"The command failed in a way that it should not: {e.GetType().Name}: {e.Message} Look at 'migrations status' before you run it again.{where}")]);
        }
    }
}
