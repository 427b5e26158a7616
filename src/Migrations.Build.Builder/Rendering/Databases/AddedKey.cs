using FluentMigrator.Generation;
using Migrations.Build.Model.Operations;

namespace Migrations.Build.Builder.Rendering.Databases;

/// <summary>The primary key of an added column that numbers the rows, which FluentMigrator drops without a word on MySQL and MariaDB, and must be there.</summary>
internal static class AddedKey
{
    public static string Append(Turn turn, AddColumn operation, string text, IQuoter quoter)
    {
        if (turn.Before.Tables.Find(operation.Table)?.PrimaryKey is not null)
        {
            throw new NotSupportedException("the table has a primary key already");
        }

        var name = operation.Column.PrimaryKeyName is { } given ? "CONSTRAINT " + quoter.QuoteConstraintName(given) + " " : "";
        return text.TrimEnd().TrimEnd(';') + " " + name + "PRIMARY KEY;";
    }
}
