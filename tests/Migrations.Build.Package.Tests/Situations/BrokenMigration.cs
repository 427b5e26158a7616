using Migrations.Build.Package.Tests.Infra;

namespace Migrations.Build.Package.Tests.Situations;

[Collection(PackedPackage.Name)]
public sealed class BrokenMigration(Feed feed)
{
    [Fact]
    public void A_migration_that_fails_on_SQLite_is_an_error_at_its_line_and_leaves_no_bundle()
    {
        using var consumer = new Consumer(feed).With("Broken.cs", """
            namespace App;

            [FluentMigrator.Migration(202601010900, "Counts what is not there")]
            public sealed class CountNothing : FluentMigrator.Migration
            {
                public override void Up() =>
                    Execute.Sql("insert into missing select 1");

                public override void Down() => Execute.Sql("select 1");
            }
            """);

        var build = consumer.Build().FailedWith("MIG9201");

        Assert.Contains("Broken.cs(7,", build.Output, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(consumer.Folder, "*.mbundle", SearchOption.AllDirectories));
    }

    [Fact]
    public void Repaired_it_builds_again()
    {
        using var consumer = new Consumer(feed).With("Migrations.cs", Consumer.TwoTables.Replace("FromTable(\"Customers\")", "FromTable(\"Customer\")", StringComparison.Ordinal));
        Assert.NotEqual(0, consumer.Build().ExitCode);

        consumer.With("Migrations.cs", Consumer.TwoTables).Build().Succeeded();

        Assert.True(File.Exists(consumer.BundlePath));
    }

    [Fact]
    public void A_migration_that_hangs_is_an_error_that_names_it()
    {
        using var consumer = new Consumer(feed, properties: "<MigrationsTimeLimit>3</MigrationsTimeLimit>").With("Hanging.cs", """
            namespace App;

            [FluentMigrator.Migration(202601010900, "Waits for ever")]
            public sealed class WaitForEver : FluentMigrator.Migration
            {
                public override void Up() => System.Threading.Thread.Sleep(System.Threading.Timeout.Infinite);

                public override void Down() => Execute.Sql("select 1");
            }
            """);

        var build = consumer.Build().FailedWith("MIG9104");

        Assert.Contains("WaitForEver", build.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_project_without_migrations_builds_and_says_so()
    {
        using var consumer = new Consumer(feed).With("Nothing.cs", "namespace App;\n\npublic static class Nothing;\n");

        consumer.Build().Succeeded();

        Assert.Empty(consumer.Bundle.Manifest.Migrations);
    }
}
