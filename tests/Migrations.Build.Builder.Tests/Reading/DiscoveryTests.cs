using Migrations.Build.Model;
using Migrations.Build.Model.Histories;

namespace Migrations.Build.Builder.Tests.Reading;

[Collection(ReadingCollection.Name)]
public sealed class DiscoveryTests
{
    private const string Empty = "{ public override void Up() { } public override void Down() { } }";

    [Fact]
    public void Migrations_come_in_the_order_of_their_versions_and_not_of_their_names()
    {
        using var compiled = Compiled.From($"[Migration(20)] public class A : Migration {Empty} [Migration(3)] public class B : Migration {Empty} [Migration(100)] public class C : Migration {Empty}");
        Assert.Equal(["B", "A", "C"], compiled.Read().Silent().History.Migrations.Select(m => m.Class));
    }

    [Theory]
    [InlineData("[Migration(1)] class M : Migration", "it is not public")]
    [InlineData("[Migration(1)] public abstract class M : Migration", "it is abstract")]
    [InlineData("public class M : Migration", "it has no [Migration] attribute")]
    [InlineData("[Migration(1)] public class M<T> : Migration", "it is generic")]
    public void A_class_that_FluentMigrator_passes_over_is_told(string declaration, string reason)
    {
        using var compiled = Compiled.From($"{declaration} {Empty}");
        var read = compiled.Read();
        Assert.Equal(("M", reason), (Assert.Single(read.History.PassedOver).Class, read.History.PassedOver[0].Why));
        Assert.Empty(read.History.Migrations);
        Assert.Empty(read.Of("MIG9102"));
    }

    [Fact]
    public void A_public_class_with_the_attribute_runs_and_nothing_is_told()
    {
        using var compiled = Compiled.From($"[Migration(1)] public class M : Migration {Empty}");
        Assert.Equal("M", compiled.Read().Silent().One().FullName);
    }

    [Fact]
    public void A_class_inside_an_internal_class_is_told_and_one_inside_a_public_class_runs()
    {
        using var compiled = Compiled.From($$"""
            class Hidden { [Migration(1)] public class Inner : Migration {{Empty}} }
            public class Open { [Migration(2)] public class Inner : Migration {{Empty}} }
            """);
        var read = compiled.Read();
        Assert.Empty(read.Findings);
        Assert.Equal("it, or a class around it, is not public", Assert.Single(read.History.PassedOver).Why);
        Assert.Equal("Open.Inner", read.One().FullName);
    }

    [Fact]
    public void A_class_with_the_attribute_that_derives_from_no_migration_is_told()
    {
        using var compiled = Compiled.From("[Migration(1)] public class M { }");
        Assert.Equal("it has a [Migration] attribute and does not derive from a migration class", Assert.Single(compiled.Read().History.PassedOver).Why);
    }

    [Fact]
    public void A_constructor_that_wants_what_only_a_release_has_is_told()
    {
        using var compiled = Compiled.From($$"""[Migration(1)] public class M(TimeProvider time) : Migration { public TimeProvider Time => time; public override void Up() { } public override void Down() { } }""");
        Assert.Equal("it has no public constructor that a build can call: it asks for 'TimeProvider', which exists only while a release runs", Assert.Single(compiled.Read().Of("MIG9102")).Values[1]);
    }

    [Fact]
    public void A_base_class_for_others_is_not_told_and_its_entry_point_is_run()
    {
        using var compiled = Compiled.From($$"""
            public abstract class Template : Migration { public override void Up() => Apply("things"); public override void Down() => Delete.Table("things"); protected abstract void Apply(string table); }
            public class Plain : Migration {{Empty}}
            [Migration(1)] public class A : Template { protected override void Apply(string table) => Create.Table(table).WithColumn("id").AsInt32(); }
            [Migration(2)] public class B : Plain { }
            """);
        var read = compiled.Read().Silent();
        Assert.Equal(["A", "B"], read.History.Migrations.Select(m => m.Class));
        Assert.Single(read.History.Migrations[0].Scripts[0].Up);
    }

    [Fact]
    public void Attributes_that_derive_or_compute_their_version_are_understood()
    {
        using var compiled = Compiled.From($$"""
            public class TeamAttribute(int year, int number) : MigrationAttribute(year * 10_000L + number, TransactionBehavior.None, "from the team");
            [TimestampedMigration(2024, 2, 29, 13, 5)] public class Stamped : Migration {{Empty}}
            [Team(2024, 17)] public class Computed : Migration {{Empty}}
            """);
        var migrations = compiled.Read().Silent().History.Migrations;
        Assert.Equal([20_240_017, 20240229130500], migrations.Select(m => m.Version));
        Assert.Equal((TransactionMode.None, "from the team"), (migrations[0].Transaction, migrations[0].Description));
    }

    [Fact]
    public void What_the_migration_attribute_says_is_kept()
    {
        using var compiled = Compiled.From($"""[Migration(7, TransactionBehavior.None, "moves", BreakingChange = true)] public class M : Migration {Empty} [Migration(8)] public class N : Migration {Empty}""");
        var migrations = compiled.Read().Silent().History.Migrations;
        Assert.Equal((true, TransactionMode.None, "moves"), (migrations[0].BreakingChange, migrations[0].Transaction, migrations[0].Description));
        Assert.Equal((false, TransactionMode.Own, (string?)null), (migrations[1].BreakingChange, migrations[1].Transaction, migrations[1].Description));
    }

    [Fact]
    public void Two_classes_of_one_version_are_both_kept()
    {
        using var compiled = Compiled.From($"[Migration(1)] public class B : Migration {Empty} [Migration(1)] public class A : Migration {Empty}");
        Assert.Equal(["A", "B"], compiled.Read().History.Migrations.Select(m => m.Class));
    }

    [Fact]
    public void Tags_profiles_and_maintenance_are_kept_as_such()
    {
        using var compiled = Compiled.From($$"""
            [Tags("Blue")] public abstract class Tagged : Migration {{Empty}}
            [Migration(1), Tags("UK", "Production")] public class A : Tagged { }
            [Migration(2), Tags(TagBehavior.RequireAny, "x")] public class B : Migration {{Empty}}
            [Profile("Demo")] public class C : Migration {{Empty}}
            [Maintenance(MigrationStage.BeforeAll, TransactionBehavior.None)] public class D : Migration {{Empty}}
            [Profile("Always"), Migration(3)] public class E : Migration {{Empty}}
            """);
        var migrations = compiled.Read().Silent().History.Migrations;
        Assert.Equal(["A", "B", "C", "E", "D"], migrations.Select(m => m.Class));
        Assert.Equal(Items.Of("Blue", "Production", "UK"), migrations[0].Tags);
        Assert.Equal([false, true], migrations.Take(2).Select(m => m.AnyTag));
        Assert.Equal([MigrationKind.Profile, MigrationKind.Profile, MigrationKind.Maintenance], migrations.Skip(2).Select(m => m.Kind));
        Assert.Equal(["Demo", "Always", "BeforeAll"], migrations.Skip(2).Select(m => m.Occasion));
        Assert.Equal(TransactionMode.None, migrations[4].Transaction);
    }

    [Fact]
    public void A_migration_constraint_is_told_to_be_ignored()
    {
        using var compiled = Compiled.From($$"""
            public class OnlyMondays() : FluentMigrator.Runner.Constraints.MigrationConstraintAttribute(_ => false);
            [Migration(1), OnlyMondays] public class M : Migration {{Empty}}
            """);
        var read = compiled.Read();
        Assert.Equal("MIG9111", Assert.Single(read.Findings).Rule);
        Assert.Equal("M", read.One().Class);
    }

    [Fact]
    public void An_attribute_that_throws_is_told_and_the_others_are_read()
    {
        using var compiled = Compiled.From($"[TimestampedMigration(2024, 13, 1, 0, 0)] public class Bad : Migration {Empty} [Migration(1)] public class Good : Migration {Empty}");
        var read = compiled.Read();
        Assert.Equal(("MIG9108", "Bad", "The attribute"), (Assert.Single(read.Findings).Rule, read.Findings[0].Class, read.Findings[0].Values[0]));
        Assert.Equal("Good", read.One().Class);
    }

    [Fact]
    public void An_assembly_without_migrations_is_an_empty_history_and_a_note()
    {
        using var compiled = Compiled.From("public class C { }");
        var read = compiled.Read();
        Assert.Equal("MIG9106", Assert.Single(read.Findings).Rule);
        Assert.Empty(read.History.Migrations);
    }

    [Fact]
    public void A_class_without_any_method_is_still_told_with_its_file()
    {
        using var compiled = Compiled.From($$"""
            public abstract class Base : Migration {{Empty}}
            public class Heir : Base;
            """);
        Assert.Equal(Compiled.File, Assert.Single(compiled.Read().History.PassedOver).Place?.File);
    }
}
