using Migrations.Build.Model.Operations;
using Migrations.Build.Model.Sql.Effects;

namespace Migrations.Build.Model.Sql.Reading;

/// <summary>Reads COMMENT ON TABLE.</summary>
internal static class CommentReading
{
    public static IEnumerable<SqlEffect> Read(SqlCursor cursor)
    {
        cursor.Accept("COMMENT", "ON", "TABLE");
        return cursor.QualifiedName() is { } table && cursor.Accept("IS") && cursor.Current.Kind == SqlTokenKind.Text
            ? [new SqlChange(new DescribeTable(table, cursor.Current.Text))]
            : [new DoesOther("COMMENT")];
    }
}
