using System.Reflection;
using FluentMigrator;
using FluentMigrator.Expressions;
using FluentMigrator.Model;
using Migrations.Build.Builder.Reading.Expressions;
using Migrations.Build.Builder.Tests.Samples;
using Migrations.Build.Model;
using Migrations.Build.Model.Operations;
using static Migrations.Build.Builder.Tests.Samples.Ops;
using Raw = Migrations.Build.Model.Operations.RawSql;

namespace Migrations.Build.Builder.Tests.Reading.Expressions;

public sealed class ExpressionReaderTests
{
    [Fact]
    public void Every_public_expression_of_FluentMigrator_is_read()
    {
        var types = typeof(IMigrationExpression).Assembly.GetExportedTypes()
            .Where(t => typeof(IMigrationExpression).IsAssignableFrom(t) && t is { IsAbstract: false, IsInterface: false })
            .ToList();

        Assert.Equal(28, types.Count);
        Assert.All(types.Where(t => !typeof(ExecuteSqlScriptExpressionBase).IsAssignableFrom(t)), t =>
            Assert.DoesNotContain("is not known", string.Join(' ', ExpressionReader.Read(Make(t))), StringComparison.Ordinal));
    }

    [Fact]
    public void An_unknown_expression_is_opaque_and_says_its_name() =>
        Assert.Equal(Items.Of<Operation>(new Opaque("FluentMigrator's expression 'Odd' is not known")), ExpressionReader.Read(new Odd()));

    [Fact]
    public void A_deletion_of_two_columns_is_two_operations()
    {
        Assert.Equal(
            [new DropColumn(T("s.T"), "A"), new DropColumn(T("s.T"), "B")],
            Written.Operations(m => m.Delete.Column("A").Column("B").FromTable("T").InSchema("s")));
        Assert.Equal([new DropColumn(T("T"), "A")], Written.Operations(m => m.Delete.Column("A").FromTable("T")));
    }

    [Fact]
    public void Unique_and_foreign_key_come_beside_the_column()
    {
        var read = Written.Operations(m => m.Create.Table("T").WithColumn("A").AsInt32().Unique().ForeignKey("P", "Id"));

        Assert.Equal(
            [
                new CreateTable(T("T"), Items.Of(new Column("A", new(TypeKind.Int32)))),
                new CreateIndex(Index("IX_T_A", "T", "A") with { Unique = true }),
                new AddForeignKey(Key("FK_T_A_P_Id", "T", "A", "P")),
            ],
            read);
    }

    [Fact]
    public void Altering_a_table_says_nothing_unless_it_describes_it()
    {
        Assert.Equal([new AddColumn(T("T"), new Column("A", new(TypeKind.Int32)))], Written.Operations(m => m.Alter.Table("T").AddColumn("A").AsInt32()));
        Assert.Equal([new DescribeTable(T("T"), "d")], Written.Operations(m => m.Alter.Table("T").WithDescription("d")));
    }

    [Fact]
    public void A_column_is_read_whole()
    {
        var read = Written.Operations(m => m.Create.Table("T")
            .WithColumn("A").AsDecimal(10, 2).NotNullable().WithDefaultValue(1.50m).WithColumnDescription("d")
            .WithColumn("B").AsCustom("citext").Nullable()
            .WithColumn("C").AsInt64().PrimaryKey("PK").Identity());

        Assert.Equal(
            [
                new CreateTable(T("T"), Items.Of(
                    new Column("A", new(TypeKind.Decimal, 10, 2)) { Nullable = false, Default = new(ValueKind.Decimal, "1.50"), Description = "d" },
                    new Column("B", new(TypeKind.Custom, Custom: "citext")) { Nullable = true },
                    new Column("C", new(TypeKind.Int64)) { PrimaryKey = true, PrimaryKeyName = "PK", Identity = true })),
            ],
            read);
    }

    [Fact]
    public void A_default_of_null_is_not_no_default()
    {
        var read = Written.Operations(m => m.Create.Table("T").WithColumn("A").AsInt32().WithDefaultValue(null).WithColumn("B").AsInt32());

        Assert.Equal([Value.Null, null], Assert.IsType<CreateTable>(read[0]).Columns.Select(c => c.Default));
    }

    [Fact]
    public void A_foreign_key_dropped_by_its_columns_keeps_what_was_said()
    {
        var named = Assert.IsType<DropForeignKey>(Assert.Single(Written.Operations(m => m.Delete.ForeignKey("FK").OnTable("T"))));
        var described = Assert.IsType<DropForeignKey>(Assert.Single(Written.Operations(m =>
            m.Delete.ForeignKey().FromTable("T").ForeignColumn("A").ToTable("P").PrimaryColumn("Id"))));

        Assert.Null(named.Described);
        Assert.Equal("FK_T_A_P_Id", described.Name);
        Assert.Equal(Key("FK_T_A_P_Id", "T", "A", "P"), described.Described);
    }

    [Fact]
    public void A_reversed_deletion_of_a_foreign_key_is_turned_round()
    {
        var deletion = Written.Expressions(m => m.Delete.ForeignKey().FromTable("T").ForeignColumn("A").ToTable("P").PrimaryColumn("Id")).Single();
        var reversed = (CreateForeignKeyExpression)deletion.Reverse();

        Assert.Equal("P", Assert.IsType<AddForeignKey>(ExpressionReader.Read(reversed)[0]).ForeignKey.Table.Name);
        Assert.Equal(new AddForeignKey(Key("FK_T_A_P_Id", "T", "A", "P")), ExpressionReader.Read(ForeignKeyReader.TurnRound(reversed))[0]);
    }

    [Fact]
    public void Sql_text_has_its_tokens_replaced()
    {
        var read = Written.Operations(m => m.Execute.Sql("SELECT '$(a)'\r\n, '$(b)'", new Dictionary<string, string> { ["a"] = "1" }));

        Assert.Equal([new Raw("SELECT '1'\r\n, '$(b)'", SqlSource.Statement)], read);
    }

    [Fact]
    public void A_script_is_read_from_its_file_and_named_below_the_root()
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            Directory.CreateDirectory(Path.Combine(folder.FullName, "sql"));
            File.WriteAllText(Path.Combine(folder.FullName, "sql", "one.sql"), "SELECT 1;\r\n");
            var found = new ExecuteSqlScriptExpression { SqlScript = "sql/one.sql", RootPath = folder.FullName };
            var missing = new ExecuteSqlScriptExpression { SqlScript = "sql/two.sql", RootPath = folder.FullName };

            Assert.Equal([new Raw("SELECT 1;\r\n", SqlSource.Script) { Origin = "sql/one.sql" }], ExpressionReader.Read(found));
            Assert.StartsWith("the script 'sql/two.sql' could not be read", Assert.IsType<Opaque>(ExpressionReader.Read(missing)[0]).Why, StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void Code_is_named_by_whoever_knows_it()
    {
        var code = new PerformDBOperationExpression { Operation = (_, _) => { } };

        Assert.IsType<Opaque>(ExpressionReader.Read(code)[0]);
        Assert.Equal(new CodeStep("T", "M", "A"), ExpressionReader.Read(code, new() { Code = _ => new CodeStep("T", "M", "A") })[0]);
    }

    private static IMigrationExpression Make(Type type)
    {
        var made = (IMigrationExpression)(type.GetConstructor(Type.EmptyTypes) is null
            ? Activator.CreateInstance(type, ConstraintType.Unique)!
            : Activator.CreateInstance(type)!);
        foreach (var name in type.GetProperties().Where(p => p.PropertyType == typeof(string) && p.CanWrite))
        {
            name.SetValue(made, "X");
        }

        foreach (var columns in type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.Name == "ColumnNames"))
        {
            ((ICollection<string>)columns.GetValue(made)!).Add("X");
        }

        return made;
    }

    private sealed class Odd : MigrationExpressionBase
    {
        public override void ExecuteWith(IMigrationProcessor processor)
        {
        }
    }
}
