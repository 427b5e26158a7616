using FluentMigrator;

namespace Nasty.Discovery;

// Trap: a public class inside a class runs; inside an internal class it would not.
public static class Nested
{
    [Migration(20250501_100300)]
    public class Inner : Migration
    {
        public override void Up() => Create.Column("inner").OnTable("places").AsBoolean().Nullable();

        public override void Down() => Delete.Column("inner").FromTable("places");
    }
}
