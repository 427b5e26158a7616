using Migrations.Build.Model.Operations;
using Migrations.Build.Runner.Applying;

namespace Migrations.Build.Benchmarks;

/// <summary>What a rebuild of a large table costs against the twelve steps by hand (https://sqlite.org/lang_altertable.html#otheralter).</summary>
internal sealed class RebuildFigures(string root)
{
    private const string Steps = """
        PRAGMA foreign_keys = OFF;
        BEGIN IMMEDIATE;
        CREATE TABLE "new_Orders" ("Id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, "Customer" TEXT, "Amount" NUMERIC NOT NULL, "Note" TEXT, "Legacy" TEXT);
        INSERT INTO "new_Orders" ("Id", "Customer", "Amount", "Note", "Legacy") SELECT "Id", "Customer", "Amount", "Note", "Legacy" FROM "Orders";
        DROP TABLE "Orders";
        ALTER TABLE "new_Orders" RENAME TO "Orders";
        CREATE INDEX "IX_Orders_Customer" ON "Orders" ("Customer" ASC);
        PRAGMA foreign_key_check;
        COMMIT;
        PRAGMA foreign_keys = ON;
        """;

    public void Print()
    {
        var table = TableName.Of("Orders");
        var large = new LargeTable(root, new AlterColumn(table, LargeTable.Column("Customer")), new AlterColumn(table, LargeTable.Column("Customer", nullable: false)));
        var times = Measure.Parts(
            5,
            (["migrations apply, in this process, from opening to closing"], () => [On(large, () => LargeTable.Finish(Apply.RunAsync(large.Bundle, LargeTable.Settings(large.Copy), new(), default).Result))]),
            (["the twelve steps by hand, from opening to closing"], () => [On(large, () => ByHand(large))]));
        Measure.Print($"rebuild of {LargeTable.Rows} rows with an index against the twelve steps", times[0], times[1], 1.2);
    }

    private static Taken On(LargeTable large, Action act)
    {
        large.Fresh();
        return Measure.Of(act);
    }

    private static void ByHand(LargeTable large)
    {
        using var connection = LargeTable.Open(large.Copy);
        LargeTable.Run(connection, Steps);
    }
}
