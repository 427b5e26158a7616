using FluentMigrator;
using FluentMigrator.Runner;
using FluentMigrator.Runner.VersionTableInfo;
using Microsoft.Extensions.DependencyInjection;
using Migrations.Build.Runner.Tests.Ground;

namespace Migrations.Build.Runner.Tests.Interop;

/// <summary>FluentMigrator's own runner on a file, with migrations that do what <see cref="Draft.Table"/> does.</summary>
internal static class PlainFluentMigrator
{
    public static void Up(Database database, long to, IVersionTableMetaData? table = null) => Run(database, r => r.MigrateUp(to), table);

    public static void Down(Database database, long to, IVersionTableMetaData? table = null) => Run(database, r => r.MigrateDown(to), table);

    private static void Run(Database database, Action<IMigrationRunner> work, IVersionTableMetaData? table)
    {
        var collection = new ServiceCollection();
        if (table is not null)
        {
            collection.AddScoped(_ => table);
        }

        using var services = collection
            .AddFluentMigratorCore()
            .ConfigureRunner(r => r.AddSQLite().WithGlobalConnectionString(database.ConnectionString).ScanIn(typeof(PlainFluentMigrator).Assembly).For.Migrations())
            .BuildServiceProvider(false);
        using var scope = services.CreateScope();
        work(scope.ServiceProvider.GetRequiredService<IMigrationRunner>());
    }
}

#pragma warning disable CA1515 // FluentMigrator finds public classes only.
public abstract class PlainTable(long version) : Migration
{
    public override void Up()
    {
        Execute.Sql($"""CREATE TABLE "T{version}" ("Id" INTEGER NOT NULL, "Name" TEXT)""");
        Execute.Sql($"""INSERT INTO "T{version}" VALUES (1, 'a')""");
    }

    public override void Down() => Execute.Sql($"""DROP TABLE "T{version}" """);
}

[Migration(1)]
public sealed class M1() : PlainTable(1);

[Migration(2, "Described")]
public sealed class M2() : PlainTable(2);

[Migration(3)]
public sealed class M3() : PlainTable(3);
