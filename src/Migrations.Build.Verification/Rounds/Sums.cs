using System.IO.Hashing;
using System.Text;
using Migrations.Build.Verification.Catalogs;

namespace Migrations.Build.Verification.Rounds;

/// <summary>The digest of a whole schema.</summary>
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
}
