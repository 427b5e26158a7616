using System.Data;
using System.Globalization;
using System.Text;

namespace Crm.Migrations.Shared;

/// <summary>The code step of a migration: the same names give the same slugs, on any machine.</summary>
internal static class FormSlugs
{
    public static void Fill(IDbConnection connection, IDbTransaction transaction)
    {
        foreach (var (id, name) in Read(connection, transaction))
        {
            using var command = Command(connection, transaction, "UPDATE forms SET slug = @slug WHERE id = @id");
            Add(command, "@slug", Slug(id, name));
            Add(command, "@id", id);
            command.ExecuteNonQuery();
        }
    }

    internal static string Slug(long id, string name)
    {
        var slug = new StringBuilder();
        foreach (var letter in name.Normalize(NormalizationForm.FormD))
        {
            if (char.IsAsciiLetterOrDigit(letter))
            {
                slug.Append(char.ToLowerInvariant(letter));
            }
            else if (char.IsWhiteSpace(letter) && slug.Length > 0 && slug[^1] != '-')
            {
                slug.Append('-');
            }
        }

        return string.Create(CultureInfo.InvariantCulture, $"{slug.ToString().Trim('-')}-{id}");
    }

    private static List<(long Id, string Name)> Read(IDbConnection connection, IDbTransaction transaction)
    {
        using var command = Command(connection, transaction, "SELECT id, name FROM forms WHERE slug IS NULL ORDER BY id");
        using var reader = command.ExecuteReader();
        var forms = new List<(long, string)>();
        while (reader.Read())
        {
            forms.Add((reader.GetInt64(0), reader.GetString(1)));
        }

        return forms;
    }

    private static IDbCommand Command(IDbConnection connection, IDbTransaction transaction, string text)
    {
        var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = text;
        return command;
    }

    private static void Add(IDbCommand command, string name, object value)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = name;
        parameter.Value = value;
        command.Parameters.Add(parameter);
    }
}
