using Migrations.Build.Model;
using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Histories;
using Migrations.Build.Model.Operations;

namespace Migrations.Build.Builder.Tests.Reading;

[Collection(ReadingCollection.Name)]
public sealed class AnnotationTests
{
    private const string Annotated = """
        [Migration(1)]
        [Rationale("so that it is", Ticket = "CRM-1", Owner = "data")]
        [ForwardOnly("gone is gone", Recovery = "restore a backup")]
        [Expect("none left", "SELECT COUNT(*) FROM t", Is = 0, When = ExpectWhen.Before, Database = "postgres")]
        [Expect("all there", "SELECT 1.5", Is = 1.5)]
        [Accept("MIG0202", "nobody reads it", Until = "2027-03-31")]
        [Accept("MIG0101", "second")]
        [Touches("orders.total", "lines")]
        public class M : Migration { public override void Up() { } public override void Down() { } }
        """;

    [Fact]
    public void Every_annotation_is_read()
    {
        using var compiled = Compiled.From(Annotated);
        Check(compiled.Read().Silent().One());
    }

    [Fact]
    public void Annotations_of_another_version_of_ours_are_read_by_their_names()
    {
        using var compiled = Compiled.From(Annotated + """
            namespace Migrations.Build
            {
                public enum ExpectWhen { After, Before, AfterRollback }
                public class RationaleAttribute(string why, int weight = 0) : Attribute { public string Why => why; public int Weight => weight; public string Ticket { get; set; } public string Owner { get; set; } }
                public class ForwardOnlyAttribute(string why) : Attribute { public string Why => why; public string Recovery { get; set; } }
                [AttributeUsage(AttributeTargets.Class, AllowMultiple = true)] public class ExpectAttribute(string name, string query) : Attribute { public string N => name + query; public object Is { get; set; } public ExpectWhen When { get; set; } public string Database { get; set; } }
                [AttributeUsage(AttributeTargets.Class, AllowMultiple = true)] public class AcceptAttribute(string rule, string reason) : Attribute { public string R => rule + reason; public string Until { get; set; } }
                public class TouchesAttribute(params string[] objects) : Attribute { public string[] Objects => objects; }
            }
            """);
        Check(compiled.Read().Silent().One());
    }

    [Fact]
    public void A_class_without_annotations_has_none()
    {
        using var compiled = Compiled.From("[Migration(1)] public class M : Migration { public override void Up() { } public override void Down() { } }");
        var migration = compiled.Read().Silent().One();
        Assert.Equal((null, null, 0, 0, 0), (migration.Rationale, migration.ForwardOnly, migration.Expectations.Count, migration.Acceptances.Count, migration.Touches.Count));
    }

    private static void Check(Migration migration)
    {
        Assert.Equal(new Rationale("so that it is", "CRM-1", "data"), migration.Rationale);
        Assert.Equal(new ForwardOnly("gone is gone", "restore a backup"), migration.ForwardOnly);
        Assert.Equal(
            Items.Of(
                new Expectation("all there", "SELECT 1.5", new Value(ValueKind.Double, "1.5"), ExpectationMoment.After, null),
                new Expectation("none left", "SELECT COUNT(*) FROM t", Value.Of(0), ExpectationMoment.Before, DatabaseKind.Postgres)),
            migration.Expectations);
        Assert.Equal(Items.Of(new Acceptance("MIG0101", "second", null), new Acceptance("MIG0202", "nobody reads it", "2027-03-31")), migration.Acceptances);
        Assert.Equal(Items.Of("lines", "orders.total"), migration.Touches);
    }
}
