using Migrations.Build.Bundle.Parts;
using Migrations.Build.Bundle.Reading;
using Migrations.Build.Bundle.Writing;
using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Operations;

namespace Migrations.Build.Bundle.Tests.Writing;

public sealed class LargeHistoryTests
{
    [Fact]
    public void A_large_history_is_packed_and_every_statement_is_still_found()
    {
        var source = Large(300);
        var bundle = BundleReader.Read(BundleWriter.Bytes(BundleWriter.Create(source)));
        Assert.NotNull(bundle.Part("sql/postgres.up.sql"));
        for (var i = 0; i < 300; i++)
        {
            var rendered = source.Rendered[i].Single(r => r.Database == DatabaseKind.Sqlite);
            Assert.Equal(rendered.Up, bundle.Statements(bundle.Manifest.Migrations[i], DatabaseKind.Sqlite, Direction.Up));
            Assert.Equal(rendered.Down, bundle.Statements(bundle.Manifest.Migrations[i], DatabaseKind.Sqlite, Direction.Down));
        }
        Assert.True(bundle.IsRendered(bundle.Manifest.Migrations[7], DatabaseKind.Postgres));
        Assert.False(bundle.IsRendered(bundle.Manifest.Migrations[7], DatabaseKind.MySql));
    }

    [Fact]
    public void A_history_of_usual_size_has_a_part_for_each_migration()
    {
        var bundle = BundleWriter.Create(Large(250));
        Assert.Null(bundle.Part("sql/postgres.up.sql"));
        Assert.NotNull(bundle.Part("sql/postgres/250_AddColumn250.up.sql"));
    }

    [Fact]
    public void A_thousand_migrations_stay_far_below_two_megabytes() =>
        Assert.InRange(BundleWriter.Bytes(BundleWriter.Create(Large(1_000))).Length, 1, 600_000);

    private static BundleSource Large(int count) => Sample.Source([.. Enumerable.Range(1, count).Select(i =>
        Sample.Migration(
            i,
            "AddColumn" + i,
            Sample.Steps(new AddColumn(Sample.Contacts, Sample.Text("C" + i))),
            Sample.Steps(new DropColumn(Sample.Contacts, "C" + i))))]);
}
