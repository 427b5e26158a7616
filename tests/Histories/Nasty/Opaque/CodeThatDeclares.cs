using System.Data;
using FluentMigrator;
using Migrations.Build;

namespace Nasty.Opaque;

// Trap: code in Up, declared by Touches, and a Down that has no code at all.
[Migration(20250401_100300)]
[Touches("parcels.weight")]
public class CodeThatDeclares : Migration
{
    private static void Weigh(IDbConnection connection, IDbTransaction transaction)
    {
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = "UPDATE parcels SET weight = 1 WHERE weight IS NULL";
        command.ExecuteNonQuery();
    }

    public override void Up()
    {
        Execute.WithConnection(Weigh, "Weigh the parcels");
    }

    public override void Down()
    {
    }
}
