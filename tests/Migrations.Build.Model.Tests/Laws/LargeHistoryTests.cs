using System.Diagnostics;
using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Histories;
using Migrations.Build.Model.Operations;
using Migrations.Build.Model.Releases;
using Migrations.Build.Model.Rules;
using Migrations.Build.Model.Tests.Rules;
using Xunit.Abstractions;

namespace Migrations.Build.Model.Tests.Laws;

/// <summary>An editor asks the rules about the whole history after each keystroke: none may compare every migration with every other.</summary>
public class LargeHistoryTests(ITestOutputHelper output)
{
    private static readonly ReleasesFile Gone = new(Enumerable.Range(0, 5_000).Select(i => new ReleasedMigration(i, "Gone" + i, "h", "1.0")));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Ten_times_the_history_takes_about_ten_times_as_long(bool tagged)
    {
        Elapsed(1_000, tagged);
        var (small, large) = (Elapsed(1_000, tagged), Elapsed(10_000, tagged));
        output.WriteLine($"{small.TotalMilliseconds:0.0} ms and {large.TotalMilliseconds:0.0} ms");

        Assert.InRange(large.TotalMilliseconds, 0, (small.TotalMilliseconds * 50) + 500);
    }

    private static TimeSpan Elapsed(int count, bool tagged)
    {
        var migrations = Enumerable.Range(0, count).Select(i => Make(i, tagged && i == count / 2)).ToItems();
        var pass = HistoryPass.Of(new(migrations), Items.Of(new DatabaseTarget(DatabaseKind.Sqlite, "3")), Gone, new DateTime(2026, 5, 1, 0, 0, 0, DateTimeKind.Utc));
        var clock = Stopwatch.StartNew();
        Assert.NotEmpty(RuleBook.CheckHistory(pass).ToList());
        return clock.Elapsed;
    }

    private static Migration Make(int number, bool tagged)
    {
        var version = new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddHours(number).ToString("yyyyMMddHHmmss", null);
        Operation operation = number % 20 == 0 ? A.Create("t" + number, A.Text("a"), A.Text("b")) : A.Add("t" + (number - (number % 20)), A.Text("c" + number));
        return new Draft(long.Parse(version, null), operation).Tagged(tagged ? ["Demo"] : []).Finish([DatabaseKind.Sqlite]) with { Summary = "" };
    }
}
