using FluentMigrator;
using Migrations.Build.Oracle.Tests.Telling;

namespace Migrations.Build.Oracle.Tests.Playing;

/// <summary>The oracle finds what was damaged on purpose, and only that.</summary>
public sealed class PlayerTests
{
    private static readonly Story Dropping = new(
        0,
        ["CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT, b TEXT)"],
        ["INSERT INTO t VALUES (1, 'one', 'x')", "INSERT INTO t VALUES (2, 'two', 'y')"],
        [new([new(new("Delete.Column(\"a\").FromTable(\"t\")", m => m.Delete.Column("a").FromTable("t")))], DownMode.Absent)],
        []);

    [Theory]
    [InlineData("UPDATE t SET b = 'z' WHERE id = 1", null)]
    [InlineData("DELETE FROM t WHERE id = 1", null)]
    [InlineData("INSERT INTO t (id, b) VALUES (3, 'new')", null)]
    [InlineData("UPDATE migrations_kept_2_1 SET a = 'other'", "rollback: a value differs")]
    [InlineData("DELETE FROM migrations_kept_2_1", "rollback: a value differs")]
    [InlineData("CREATE TABLE by_hand (n)", "rollback: the schema differs: table")]
    [InlineData("CREATE TRIGGER tr AFTER UPDATE ON t BEGIN INSERT INTO t (b) VALUES ('extra'); END; UPDATE t SET b = b", "rollback: the schema differs: trigger")]
    public async Task What_happens_meanwhile_is_judged(string edit, string? found)
    {
        var (_, failure, tally) = await Player.PlayAsync(Dropping with { Happenings = [new Applied(2), new Edited(0, edit), new RolledBack(1, null)] });
        Assert.True(failure?.Kind == found, failure + " " + tally);
        Assert.Equal(1, tally["undone KeepsData"]);
    }

    [Fact]
    public async Task A_story_is_told_and_shrunk_to_what_fails()
    {
        var story = Dropping with
        {
            Base = [.. Dropping.Base, "CREATE TABLE other (n)"],
            Happenings = [new Applied(2), new Edited(0, "INSERT INTO t (b) VALUES ('new')"), new Edited(0, "DELETE FROM migrations_kept_2_1"), new RolledBack(1, null)],
        };
        var (_, failure, _) = await Player.PlayAsync(story);
        var told = (await new Found(story, failure!).ShrunkAsync(TimeSpan.FromMinutes(1))).Tell();
        Assert.Contains("CREATE TABLE t", told, StringComparison.Ordinal);
        Assert.Contains("DELETE FROM migrations_kept_2_1", told, StringComparison.Ordinal);
        Assert.DoesNotContain("other", told, StringComparison.Ordinal);
        Assert.DoesNotContain("INSERT INTO t (b)", told, StringComparison.Ordinal);
    }
}
