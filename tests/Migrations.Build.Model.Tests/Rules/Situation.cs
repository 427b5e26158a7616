using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Histories;
using Migrations.Build.Model.Releases;
using Migrations.Build.Model.Rules;

namespace Migrations.Build.Model.Tests.Rules;

/// <summary>A history, the databases it ships to, what of it is released, and the day.</summary>
internal sealed record Situation(params Draft[] Drafts)
{
    private DatabaseKind[] Databases { get; init; } = [DatabaseKind.Sqlite];

    private ReleasesFile? Releases { get; init; }

    private DateTime Day { get; init; } = new(2026, 5, 1, 0, 0, 0, DateTimeKind.Utc);

    private Items<PassedOver> Passed { get; init; } = Items<PassedOver>.Empty;

    public History History => new(Drafts.Select(d => d.Finish(Databases)).ToItems()) { PassedOver = Passed };

    public Situation On(params DatabaseKind[] databases) => this with { Databases = databases };

    public Situation Released() => Released(Array.Empty<long>());

    public Situation Released(params long[] versions) => this with { Releases = new(versions.Select(v => new ReleasedMigration(v, "M" + v, "h", "1.0"))) };

    public Situation Shipped(params ReleasedMigration[] migrations) => this with { Releases = new(migrations) };

    public Situation PassesOver(params PassedOver[] classes) => this with { Passed = Items.Of(classes) };

    public Situation Today(int year, int month, int day) => this with { Day = new(year, month, day, 0, 0, 0, DateTimeKind.Utc) };

    /// <summary>Everything that the book finds.</summary>
    public Items<Finding> Check()
    {
        var targets = Databases.Select(d => new DatabaseTarget(d, Dialect.Of(d).OldestVersion)).ToItems();
        return RuleBook.Check(History, targets, Releases, Day);
    }

    /// <summary>What one rule finds.</summary>
    public Finding[] Found(Rule rule) => [.. Check().Where(f => f.Rule == rule.Id)];
}
