using Migrations.Build.Package.Tests.Infra;

namespace Migrations.Build.Package.Tests.Situations;

[Collection(PackedPackage.Name)]
public sealed class SecondBuild(Feed feed)
{
    [Fact]
    public void Nothing_changed_and_nothing_of_ours_runs()
    {
        using var consumer = new Consumer(feed).With("Migrations.cs", Consumer.TwoTables);
        consumer.Build().Succeeded();
        var written = File.GetLastWriteTimeUtc(consumer.BundlePath);

        var again = consumer.Build("-v:detailed").Succeeded();

        Assert.Contains("Skipping target \"_MigrationsBuild\" because all output files are up-to-date", again.Output, StringComparison.Ordinal);
        Assert.Equal(written, File.GetLastWriteTimeUtc(consumer.BundlePath));
    }

    [Fact]
    public void A_touched_migration_makes_another_bundle()
    {
        using var consumer = new Consumer(feed).With("Migrations.cs", Consumer.TwoTables);
        consumer.Build().Succeeded();
        var before = consumer.Bundle.Digest;

        consumer.With("Migrations.cs", Consumer.TwoTables.Replace("AsString(200)", "AsString(250)", StringComparison.Ordinal)).Build().Succeeded();

        Assert.NotEqual(before, consumer.Bundle.Digest);
    }

    [Fact]
    public void A_comment_changes_no_byte_of_the_bundle()
    {
        using var consumer = new Consumer(feed).With("Migrations.cs", Consumer.TwoTables);
        consumer.Build().Succeeded();
        var before = File.ReadAllBytes(consumer.BundlePath);

        consumer.With("Migrations.cs", "// Reviewed.\n" + Consumer.TwoTables).Build().Succeeded();

        Assert.Equal(before, File.ReadAllBytes(consumer.BundlePath));
    }

    [Fact]
    public void A_changed_property_runs_the_builder_again()
    {
        using var consumer = new Consumer(feed).With("Migrations.cs", Consumer.TwoTables);
        consumer.Build().Succeeded();

        consumer.Build("-p:MigrationsDatabases=sqlite%3Bmysql").Succeeded();

        Assert.Equal(["sqlite:3.35", "mysql:8.0"], consumer.Bundle.Manifest.Databases);
    }

    [Fact]
    public void A_releases_file_that_comes_changes_or_goes_is_seen()
    {
        using var consumer = new Consumer(feed).With("Migrations.cs", Consumer.TwoTables
            .Replace("AsString(100).NotNullable()", "AsString(100).Nullable()", StringComparison.Ordinal)
            .Replace("Alter.Table(\"Customers\").AddColumn(\"Email\").AsString(200).Nullable()", "Delete.Column(\"Name\").FromTable(\"Customers\")", StringComparison.Ordinal)
            .Replace("=> Delete.Column(\"Email\").FromTable(\"Customers\")", "=> Create.Column(\"Name\").OnTable(\"Customers\").AsString(100).Nullable()", StringComparison.Ordinal));
        const string Hazard = "warning MIG0513";
        Assert.Contains(Hazard, consumer.Build().Succeeded().Output, StringComparison.Ordinal);

        consumer.Dotnet("build", "-nologo", "--disable-build-servers", "-t:MigrationsRelease").Succeeded();
        Assert.DoesNotContain(Hazard, consumer.Build("-p:MigrationsVerify=false").Succeeded().Output, StringComparison.Ordinal);

        var released = Path.Combine(consumer.Folder, "migrations.lock.json");
        var lines = File.ReadAllLines(released);
        File.WriteAllLines(released, lines.Where(l => !l.Contains("202601020900", StringComparison.Ordinal)).Select(l => l.Contains("202601010900", StringComparison.Ordinal) ? l.TrimEnd(',') : l));
        Assert.Contains(Hazard, consumer.Build("-p:MigrationsVerify=false").Output, StringComparison.Ordinal);

        File.Delete(released);
        Assert.Contains(Hazard, consumer.Build("-p:MigrationsVerify=false").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_builds_in_one_process_with_an_edit_between_see_the_edit()
    {
        using var consumer = new Consumer(feed).With("Migrations.cs", Consumer.TwoTables);
        consumer.With("twice.proj", $"""
            <Project>
              <Target Name="Twice">
                <MSBuild Projects="{consumer.Name}.csproj" Targets="Restore" Properties="Round=0" />
                <MSBuild Projects="{consumer.Name}.csproj" Targets="Build" Properties="Round=1" />
                <Copy SourceFiles="Later.txt" DestinationFiles="Later.cs" />
                <MSBuild Projects="{consumer.Name}.csproj" Targets="Build" Properties="Round=2" />
              </Target>
            </Project>
            """);
        consumer.With("Later.txt", """
            namespace App;

            [FluentMigrator.Migration(202601030900, "A third, written between the builds")]
            public sealed class CreateNotes : FluentMigrator.AutoReversingMigration
            {
                public override void Up() => Create.Table("Notes").WithColumn("Id").AsInt64().PrimaryKey();
            }
            """);

        consumer.Dotnet("msbuild", "twice.proj", "-t:Twice", "-nologo", "-nr:false").Succeeded();

        Assert.Equal(3, consumer.Bundle.Manifest.Migrations.Count);
    }
}
