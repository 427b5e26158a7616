using Migrations.Build.Bundle;
using Migrations.Build.Bundle.Parts;
using Migrations.Build.Model;
using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Histories;
using Migrations.Build.Model.Operations;
using Migrations.Build.Runner.Tests.Ground;

namespace Migrations.Build.Runner.Tests.Running;

public sealed class CodeStepTests : IDisposable
{
    private const string Assembly = "Migrations.Build.Runner.Tests.Host";
    private const string Type = "Migrations.Build.Runner.Tests.Host.Steps";

    private readonly Database _database = new();

    public void Dispose() => _database.Dispose();

    [Fact]
    public async Task Code_needs_consent_before_anything_runs()
    {
        var outcome = (await _database.ApplyAsync(With(Type, "Fill"))).Ends(ExitCode.Refused);

        Assert.Equal(["MIG9314"], outcome.Ids());
        Assert.Empty(_database.Tables());
    }

    [Fact]
    public async Task A_method_runs_in_the_transaction_of_its_migration()
    {
        (await _database.ApplyAsync(With(Type, "Fill"), new() { AllowCode = true })).Ends(ExitCode.Done);

        Assert.Equal(["1|a", "2|method"], _database.Rows("SELECT * FROM \"T1\" ORDER BY 1"));
    }

    [Fact]
    public async Task A_lambda_runs_as_the_compiler_wrote_it()
    {
        var method = Host.Steps.Lambda.Method;

        (await _database.ApplyAsync(With(method.DeclaringType!.FullName!, method.Name), new() { AllowCode = true })).Ends(ExitCode.Done);

        Assert.Equal(["1|a", "2|lambda"], _database.Rows("SELECT * FROM \"T1\" ORDER BY 1"));
    }

    [Fact]
    public async Task Code_that_throws_is_rolled_back_and_its_words_are_not_repeated()
    {
        var outcome = (await _database.ApplyAsync(With(Type, "Fail"), new() { AllowCode = true, OnFailure = Runner.Applying.OnFailure.Pause })).Ends(ExitCode.NeedsPerson);

        Assert.Contains("System.InvalidOperationException in " + Type + ".Fail", outcome.Text(), StringComparison.Ordinal);
        Assert.DoesNotContain("4711", outcome.Text(), StringComparison.Ordinal);
        Assert.Equal(["1|a"], _database.Rows("SELECT * FROM \"T1\" ORDER BY 1"));
        Assert.Empty(_database.Rows("SELECT error FROM migrations_journal WHERE error LIKE '%4711%'"));
    }

    [Fact]
    public async Task A_method_that_is_not_there_fails_its_migration()
    {
        var outcome = (await _database.ApplyAsync(With(Type, "Nowhere"), new() { AllowCode = true })).Ends(ExitCode.RolledBack);

        Assert.Equal(["MIG9329", "MIG9325"], outcome.Ids());
        Assert.Equal(["VersionInfo"], _database.Tables());
    }

    [Fact]
    public async Task An_assembly_other_than_the_one_stated_is_not_run()
    {
        var bundle = With(Type, "Fill").WithPart(PartNames.Code + Assembly + ".dll", [1, 2, 3]);

        Assert.Equal("MIG9329", (await _database.ApplyAsync(bundle, new() { AllowCode = true })).Ends(ExitCode.RolledBack).Ids()[0]);
    }

    [Fact]
    public async Task A_way_back_with_code_needs_consent_and_the_bundle()
    {
        var bundle = With(Type, "Fill", inDown: true);
        await _database.ApplyAsync(bundle, new() { AllowCode = true });

        Assert.Equal(["MIG9314"], (await _database.RollbackAsync(bundle, new() { To = 1 })).Ends(ExitCode.Refused).Ids());
        Assert.Equal(["MIG9315"], (await _database.RollbackAsync(null, new() { To = 1, AllowCode = true })).Ends(ExitCode.Refused).Ids());
        (await _database.RollbackAsync(bundle, new() { To = 1, AllowCode = true })).Ends(ExitCode.Done);
        Assert.Equal(["1|a", "2|method", "2|method"], _database.Rows("SELECT * FROM \"T1\" ORDER BY 1"));
    }

    [Fact]
    public async Task Code_that_fails_outside_of_a_transaction_may_have_left_something_and_is_not_undone_in_silence()
    {
        var outcome = (await _database.ApplyAsync(With(Type, "Fail", piecemeal: true), new() { AllowCode = true })).Ends(ExitCode.NeedsPerson);

        Assert.Contains("stays half done", outcome.Text(), StringComparison.Ordinal);
        Assert.Equal(["1|a", "2|method"], _database.Rows("SELECT * FROM \"T1\" ORDER BY 1"));
        Assert.Equal(["1"], _database.Versions());
        Assert.Equal(Runner.Journal.MigrationState.HalfApplied, (await _database.StatusAsync()).Migrations.Single(m => m.Version == 2).State);
    }

    [Theory]
    [InlineData("Nowhere")]
    [InlineData("Forget")]
    public async Task Code_that_never_began_leaves_nothing_outside_of_a_transaction_either(string method)
    {
        var outcome = (await _database.ApplyAsync(With(Type, method, piecemeal: true), new() { AllowCode = true })).Ends(ExitCode.RolledBack);

        Assert.Equal(["MIG9329", "MIG9325"], outcome.Ids());
    }

    [Fact]
    public async Task Code_that_nobody_can_wait_for_is_not_run()
    {
        var outcome = (await _database.ApplyAsync(With(Type, "Forget"), new() { AllowCode = true })).Ends(ExitCode.RolledBack);

        Assert.Contains("'async void'", outcome.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Code_that_fails_later_is_waited_for()
    {
        var outcome = (await _database.ApplyAsync(With(Type, "FailLater"), new() { AllowCode = true })).Ends(ExitCode.RolledBack);

        Assert.Contains("System.InvalidOperationException", outcome.Text(), StringComparison.Ordinal);
        Assert.Equal(["2"], _database.Rows("SELECT version FROM migrations_journal WHERE state = 'failed' AND statement = 0"));
    }

    private static MigrationBundle With(string type, string method, bool inDown = false, bool piecemeal = false)
    {
        var step = Items.Of(new Step(new CodeStep(type, method, Assembly)));
        var code = Items.Of(new Statement(StatementKind.Code, $"{type}::{method}@{Assembly}"));
        var migration = new Migration(2, "Code")
        {
            Transaction = piecemeal ? TransactionMode.None : TransactionMode.Own,
            Scripts = Items.Of(new Script(Items.Of(DatabaseKind.Sqlite), step, inDown ? step : Items<Step>.Empty) { DownKind = inDown ? DownKind.Written : DownKind.Empty }),
        };
        var file = new CodeFile(Assembly + ".dll", File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, Assembly + ".dll")));
        return Draft.Bundle("1.0.0", [file], Draft.Table(1), new Draft(migration, code, inDown ? code : Items<Statement>.Empty));
    }
}
