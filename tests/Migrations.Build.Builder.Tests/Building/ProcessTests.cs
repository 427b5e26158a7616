using System.Diagnostics;
using Migrations.Build.Builder.Requests;
using Migrations.Build.Builder.Tests.Reading;

namespace Migrations.Build.Builder.Tests.Building;

/// <summary>The builder as the build starts it: a process, a request file, lines on standard output.</summary>
[Collection(ReadingCollection.Name)]
public sealed class ProcessTests
{
    [Fact]
    public async Task What_user_code_prints_stays_out_of_the_protocol()
    {
        using var compiled = Compiled.From("""
            [Migration(1)] public class M : Migration
            {
                static M() => Console.WriteLine("noise");
                public override void Up() { Console.Out.WriteLine("error\tMIG0101\t\t0\t0\t\tfalse alarm"); Create.Table("t").WithColumn("id").AsInt32().PrimaryKey(); }
                public override void Down() => Delete.Table("t");
            }
            """);
        var (code, output, errors) = await RunAsync(compiled);
        Assert.Equal(0, code);
        Assert.Equal(["message"], output.Select(line => line.Split('\t')[0]).Distinct());
        Assert.Contains("noise", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Code_that_does_not_end_is_named_and_the_process_ends()
    {
        using var compiled = Compiled.From("""
            [Migration(1)] public class Endless : Migration
            {
                public override void Up() { new System.Threading.Thread(() => System.Threading.Thread.Sleep(-1)).Start(); while (true) { } }
                public override void Down() { }
            }
            """);
        var (code, output, _) = await RunAsync(compiled, "time-limit=1");
        Assert.Equal(1, code);
        Assert.Equal(["error", "MIG9104"], Assert.Single(output).Split('\t')[..2]);
    }

    [Fact]
    public async Task A_thread_that_user_code_leaves_behind_does_not_keep_the_build_waiting()
    {
        using var compiled = Compiled.From("""
            [Migration(1)] public class M : Migration
            {
                public override void Up() => new System.Threading.Thread(() => System.Threading.Thread.Sleep(-1)).Start();
                public override void Down() { }
            }
            """);
        Assert.Equal(0, (await RunAsync(compiled)).Code);
    }

    private static async Task<(int Code, string[] Output, string Errors)> RunAsync(Compiled compiled, params string[] more)
    {
        var request = Path.Combine(compiled.Folder, "build.rsp");
        await File.WriteAllLinesAsync(request,
        [
            "command=build", "assembly=" + compiled.Assembly, "output=" + Path.Combine(compiled.Folder, "M.mbundle"), "name=M", "version=1.0.0",
            "project=" + Path.Combine(compiled.Folder, "M.csproj"), .. more,
        ]);
        using var process = Process.Start(new ProcessStartInfo("dotnet", ["exec", typeof(Request).Assembly.Location, "@" + request]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        await process.WaitForExitAsync(limit.Token);
        return (process.ExitCode, (await output).Split('\n', StringSplitOptions.RemoveEmptyEntries), await errors);
    }
}
