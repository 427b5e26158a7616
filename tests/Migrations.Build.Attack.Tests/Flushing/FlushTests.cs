using Migrations.Build.Attack.Tests.Ground;
using Migrations.Build.Bundle.Writing;
using Xunit.Abstractions;

namespace Migrations.Build.Attack.Tests.Flushing;

/// <summary>Counts how often the real program waits for the disk.</summary>
public sealed class FlushTests(ITestOutputHelper output)
{
    private const int Many = 40;

    [Needs("strace")]
    public void A_migration_costs_at_most_five_flushes()
    {
        var few = Count(1);
        var many = Count(1 + Many);

        var each = (many - few) / (double)Many;
        output.WriteLine($"{few} flushes for one migration, {many} for {1 + Many}: {each:0.0} for each.");
        Assert.InRange(each, 1, 5);
    }

    [Needs("strace")]
    public void A_deployment_in_one_transaction_costs_at_most_ten_flushes_in_all()
    {
        var all = Count(Many, "--transaction", "deployment");

        output.WriteLine($"{all} flushes for {Many} migrations in one transaction.");
        Assert.InRange(all, 1, 10);
    }

    private static int Count(int migrations, params string[] options)
    {
        using var database = new Database();
        var bundle = Path.Combine(database.Folder, "crm.mbundle");
        BundleWriter.Save(Draft.Bundle([.. Enumerable.Range(1, migrations).Select(i => Draft.Table(i))]), bundle);

        var flushes = Flushes.Of(Tool.Command(["apply", "--bundle", bundle, "--connection", database.ConnectionString, .. options]), Path.Combine(database.Folder, "trace"));

        Assert.Equal(migrations, database.Versions().Length);
        return flushes;
    }
}
