using FluentMigrator;

namespace Nasty.Opaque;

// Trap: code that nobody can read, with no word on what it touches; it captures a field.
[Migration(20250401_100200)]
public class CodeWithoutTouches : Migration
{
    private readonly string _prefix = "P-";

    public override void Up()
    {
        Execute.WithConnection((connection, transaction) =>
        {
            using var command = connection.CreateCommand();
            command.Transaction = transaction;
            command.CommandText = $"UPDATE parcels SET code = '{_prefix}' || code";
            command.ExecuteNonQuery();
        });
    }

    public override void Down()
    {
        Execute.WithConnection((connection, transaction) =>
        {
            using var command = connection.CreateCommand();
            command.Transaction = transaction;
            command.CommandText = $"UPDATE parcels SET code = SUBSTR(code, {_prefix.Length + 1})";
            command.ExecuteNonQuery();
        });
    }
}
