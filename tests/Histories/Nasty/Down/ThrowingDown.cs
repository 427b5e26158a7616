using System;
using FluentMigrator;

namespace Nasty.Down;

// Trap: Down throws, in the middle of a longer rollback.
[Migration(20250101_100200)]
public class ThrowingDown : Migration
{
    public override void Up()
    {
        Alter.Table("customers").AddColumn("email").AsString(254).Nullable();
    }

    public override void Down()
    {
        throw new NotSupportedException("Nobody ever rolls this back.");
    }
}
