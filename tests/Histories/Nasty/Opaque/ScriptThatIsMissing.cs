using FluentMigrator;

namespace Nasty.Opaque;

// Trap: an embedded script that nobody embedded, and a script from a disk.
[Migration(20250401_100700)]
public class ScriptThatIsMissing : Migration
{
    public override void Up()
    {
        IfDatabase("MySql").Execute.EmbeddedScript("no_such_script.sql");
        IfDatabase("MySql").Execute.Script("/tmp/somewhere/else.sql");
    }

    public override void Down()
    {
    }
}
