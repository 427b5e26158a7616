using Migrations.Build.Model.Findings;
using Migrations.Build.Runner;
using Migrations.Build.Runner.Keeping;

namespace Migrations.Build.Verification.Tests.Forward;

/// <summary>For how long what is destroyed is kept, on either way.</summary>
public sealed class KeepForTests : IDisposable
{
    private static readonly Bundle.MigrationBundle Two = Site.Bundle(
        ("CREATE TABLE orders (id INTEGER PRIMARY KEY, name TEXT)", "DROP TABLE orders"),
        ("ALTER TABLE orders DROP COLUMN name", "ALTER TABLE orders ADD COLUMN name TEXT"));

    private readonly Site _site = new();

    public void Dispose() => _site.Dispose();

    [Fact]
    public void What_a_rollback_keeps_is_counted_before_told_after_and_purged_when_its_time_is_over()
    {
        _site.Apply(Two, new() { To = 1 });
        _site.Does("INSERT INTO orders VALUES (1, 'a'), (2, 'b')");

        var keep = Assert.Single(Assert.Single(_site.Rollback(new() { To = 0, DryRun = true }).Planned).Keeps);
        Assert.Equal(("orders", 2L), (keep.Table, keep.Rows!.Value));

        Assert.Equal(ExitCode.Done, _site.Rollback(new() { To = 0, KeepFor = TimeSpan.FromHours(5) }).Code);
        var kept = Assert.Single(_site.Status().Kept);
        Assert.Equal((Bundle.Parts.Direction.Down, 2L, TimeSpan.FromHours(5)), (kept.Way, kept.Rows, kept.Until!.Value - kept.At));
        Assert.Equal("orders", Assert.Single(_site.Plan(Two).Pending[0].Returns).Kept.Table);

        Assert.Empty(_site.Purge(new()).Dropped);
        Assert.Single(_site.Purge(new() { OlderThan = TimeSpan.Zero }).Dropped);
        Assert.Equal("", _site.Kept());
        _site.Apply(Two, new() { To = 1 });
        Assert.Equal("", _site.Sees("SELECT * FROM orders"));
    }

    [Fact]
    public void Keeping_forever_has_no_end()
    {
        _site.Apply(Two, new() { To = 1 });
        _site.Does("INSERT INTO orders VALUES (1, 'a')");
        _site.Rollback(new() { To = 0, KeepFor = null });

        Assert.Null(Assert.Single(_site.Status().Kept).Until);
    }

    [Fact]
    public void Keeping_nothing_needs_consent_on_the_way_up_and_back()
    {
        _site.Apply(Two, new() { To = 1 });
        _site.Does("INSERT INTO orders VALUES (1, 'a')");

        Refused("MIG9347", _site.Apply(Two, new() { KeepFor = TimeSpan.Zero }));
        Assert.Equal(ExitCode.Done, _site.Apply(Two, new() { KeepFor = TimeSpan.Zero, AllowDataLoss = true }).Code);
        Assert.Equal("", _site.Kept());

        var gone = _site.Rollback(new() { To = 1 });
        Refused("MIG9336", gone);
        Assert.Contains("one row of it was not kept when it was applied", FindingText.Of(gone.Findings[0]), StringComparison.Ordinal);
        Assert.Equal(ExitCode.Done, _site.Rollback(new() { To = 1, AllowDataLoss = true }).Code);

        Refused("MIG9347", _site.Rollback(new() { To = 0, KeepFor = TimeSpan.Zero }));
        Assert.Equal("1,null", _site.Sees("SELECT * FROM orders"));
        Assert.Equal(ExitCode.Done, _site.Rollback(new() { To = 0, KeepFor = TimeSpan.Zero, AllowDataLoss = true }).Code);
        Assert.Equal("", _site.Kept());
    }

    [Fact]
    public void Where_nothing_would_be_kept_nothing_needs_consent()
    {
        Assert.Equal(ExitCode.Done, _site.Apply(Two, new() { To = 1, KeepFor = TimeSpan.Zero }).Code);
        Assert.Equal(ExitCode.Done, _site.Rollback(new() { To = 0, KeepFor = TimeSpan.Zero }).Code);
    }

    [Fact]
    public void What_was_dropped_by_hand_does_not_stand_in_the_way()
    {
        _site.Apply(Two, new() { To = 1 });
        _site.Does("INSERT INTO orders VALUES (1, 'a')");
        _site.Rollback(new() { To = 0 });
        _site.Does("DROP TABLE migrations_kept_1_d1");

        _site.Applied(Two);
        Assert.Equal("", _site.Sees("SELECT * FROM orders"));
    }

    private static void Refused(string rule, Outcome outcome)
    {
        Assert.Equal(ExitCode.Refused, outcome.Code);
        Assert.Equal([rule], outcome.Findings.Select(f => f.Rule));
    }
}
