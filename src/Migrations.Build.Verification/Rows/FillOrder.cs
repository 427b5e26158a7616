using Migrations.Build.Model.Databases;
using Migrations.Build.Verification.Catalogs;

namespace Migrations.Build.Verification.Rows;

/// <summary>Orders tables so that a table comes behind those it refers to, as far as there is no circle.</summary>
internal static class FillOrder
{
    public static IReadOnlyList<LiveTable> Of(IEnumerable<LiveTable> tables)
    {
        var byName = tables.OrderBy(t => t.Name, StringComparer.Ordinal).ToDictionary(t => t.Name, AsciiComparer.IgnoreCase);
        var (ordered, seen) = (new List<LiveTable>(), new HashSet<string>(AsciiComparer.IgnoreCase));
        foreach (var table in byName.Values)
        {
            Visit(table);
        }

        return ordered;

        void Visit(LiveTable table)
        {
            if (!seen.Add(table.Name))
            {
                return;
            }

            foreach (var referenced in table.ForeignKeys.Select(f => byName.GetValueOrDefault(f.Referenced)).OfType<LiveTable>())
            {
                Visit(referenced);
            }

            ordered.Add(table);
        }
    }
}
