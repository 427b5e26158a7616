using Microsoft.Data.Sqlite;
using Migrations.Build.Model.Operations;
using Migrations.Build.Model.Schemas;
using Migrations.Build.Verification.Catalogs;
using Migrations.Build.Verification.Chains;
using Migrations.Build.Verification.Databases;

namespace Migrations.Build.Verification.Rows;

/// <summary>
/// Makes made-up rows ready for the constraints that the next migration puts on columns they have already: rows made with foresight would
/// obey them. What a migration wrote stays, and fails where it would fail in a release.
/// </summary>
/// <param name="connection">The database before the migration.</param>
/// <param name="samples">Values that the project gives.</param>
/// <param name="said">The schema after it, for lengths and kinds that SQLite does not keep.</param>
/// <param name="past">What migrations wrote.</param>
internal sealed class Foresight(SqliteConnection connection, Samples samples, Schema said, Past past)
{
    /// <summary>Changes the rows that do not meet what is asked; the result is what could not be met.</summary>
    public IReadOnlyList<Unmet> Prepare(IReadOnlyList<Demand> demands)
    {
        if (demands.Count == 0)
        {
            return [];
        }

        using var quiet = Triggers.Off(connection);
        connection.Execute("BEGIN");
        var byTable = demands.ToDictionary(d => d.Table.Name, d => d, StringComparer.Ordinal);
        var unmet = FillOrder.Of(demands.Select(d => d.Tight)).SelectMany(t => Meet(byTable[t.Name])).ToList();
        connection.Execute("COMMIT");
        return unmet;
    }

    private IReadOnlyList<Unmet> Meet(Demand demand)
    {
        var references = demand.Tight.ForeignKeys.Where(f => f.ReferencedColumns.Count == f.Columns.Count)
            .Select(f => new Reference(f, Model.Databases.AsciiComparer.IgnoreCase.Equals(f.Referenced, demand.Table.Name), Reference.TargetsOf(connection, f)));
        var plan = new TablePlan(demand.Tight, c => said.Tables.Find(TableName.Of(demand.Table.Name))?.FindColumn(c.Name, said.Dialect), samples, [.. references], []);
        return new Foreseen(new(connection, demand.Table, past), demand, plan).Meet();
    }
}
