using System.IO.Hashing;
using System.Text;
using Migrations.Build.Verification.Catalogs;
using Migrations.Build.Verification.Digests;

namespace Migrations.Build.Verification.Rounds;

/// <summary>Digests of a whole schema and of the rows of several tables.</summary>
internal static class Sums
{
    public static string Of(SchemaState schema)
    {
        var hash = new XxHash128();
        foreach (var found in schema.Objects)
        {
            hash.Append(Encoding.UTF8.GetBytes($"{found.Type}\0{found.Name}\0{found.Sql}\0"));
        }

        return Convert.ToHexStringLower(hash.GetCurrentHash());
    }

    // A sum does not depend on the order of the rows, and counts equal ones.
    public static string Of(IReadOnlyDictionary<string, RowSet> tables)
    {
        var sum = UInt128.Zero;
        foreach (var (name, rows) in tables.OrderBy(t => t.Key, StringComparer.Ordinal))
        {
            var table = XxHash128.HashToUInt128(Encoding.UTF8.GetBytes(name));
            foreach (var row in rows.Rows)
            {
                sum += RowReader.Combine([table, RowReader.Combine(row.Cells)]);
            }
        }

        return sum.ToString("x32", System.Globalization.CultureInfo.InvariantCulture);
    }
}
