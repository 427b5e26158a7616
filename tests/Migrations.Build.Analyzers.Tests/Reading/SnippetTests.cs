namespace Migrations.Build.Analyzers.Tests.Reading;

/// <summary>One fluent call, or one way of writing it, at a time: source and assembly must tell the same.</summary>
public sealed class SnippetTests
{
    private static readonly string[] Databases = ["sqlite", "postgres:15", "mysql:8.0", "sqlserver:2019"];

    public static TheoryData<string> Tables =>
    [
        """Create.Table("T").WithColumn("Id").AsInt64().PrimaryKey().Identity();""",
        """Create.Table("T").WithDescription("d").InSchema("s").WithColumn("Id").AsInt32().PrimaryKey("PK_X").WithColumn("A").AsString(50).Nullable();""",
        """Create.Table("T").WithColumn("A").AsInt32().PrimaryKey().WithColumn("B").AsInt32().PrimaryKey();""",
        """Create.Table("T").WithColumn("A").AsInt32().Unique().Indexed().WithColumn("B").AsInt32().Unique("UX").Indexed("IX");""",
        """Create.Table("T").InSchema("s").WithColumn("A").AsInt32().ForeignKey("P", "Id").OnDelete(Rule.Cascade).WithColumn("B").AsInt32().ForeignKey("FK", "P", "Id").OnUpdate(Rule.SetNull);""",
        """Create.Table("T").WithColumn("A").AsInt32().ForeignKey("FK", "s", "P", "Id").OnDeleteOrUpdate(Rule.SetDefault).Nullable();""",
        """Create.Table("T").WithColumn("A").AsInt32().ReferencedBy("C", "TId").ReferencedBy("FK", "C", "TId2").ReferencedBy("FK2", "s", "C", "TId3");""",
        """Create.Table("T").WithColumn("A").AsInt32().ForeignKey().NotNullable();""",
        """Create.Table("T").WithColumn("A").AsInt32().WithDefaultValue(5).WithColumn("B").AsDateTime().WithDefault(SystemMethods.CurrentUTCDateTime).WithColumn("C").AsString().WithDefaultValue(RawSql.Insert("now()"));""",
        """Create.Table("T").WithColumn("A").AsInt32().WithColumnDescription("d").WithColumnAdditionalDescription("k", "v");""",
        """Create.Table("T").WithColumn("A").AsInt32().WithColumn("B").AsInt32().Computed("A + 1").WithColumn("C").AsInt32().Computed("A + 2", true);""",
        """Create.Column("A").OnTable("T").AsInt32().Nullable();""",
        """Create.Column("A").OnTable("T").InSchema("s").AsString(10).NotNullable().WithDefaultValue("x").Unique();""",
        """Create.Column("A").OnTable("T").AsInt32().SetExistingRowsTo(5).NotNullable();""",
        """Create.Column("A").OnTable("T").AsInt32().NotNullable().SetExistingRowsTo(5);""",
        """Create.Column("A").OnTable("T").AsInt32().SetExistingRowsTo(5);""",
        """Create.Column("A").OnTable("T").AsInt32().Nullable().SetExistingRowsTo(5).SetExistingRowsTo(6);""",
        """Alter.Table("T").AddColumn("A").AsInt32().NotNullable().SetExistingRowsTo("x").Nullable();""",
        """Alter.Table("T").AddColumn("A").AsInt32().Nullable().AddColumn("B").AsString(5).NotNullable().ForeignKey("P", "Id").AlterColumn("C").AsInt64().Nullable().WithDefaultValue(4);""",
        """Alter.Table("T").WithDescription("d").InSchema("s");""",
        """Alter.Table("T").InSchema("s").ToSchema("t");""",
        """Alter.Table("T").AlterColumn("C").AsInt64().PrimaryKey().Unique().SetExistingRowsTo(1).NotNullable();""",
        """Alter.Column("C").OnTable("T").AsInt32();""",
        """Alter.Column("C").OnTable("T").InSchema("s").AsDecimal(10, 2).NotNullable().WithDefaultValue(1.5m).Indexed();""",
        """Alter.Column("C").OnTable("T").AsDateTime().WithDefault(SystemMethods.CurrentDateTime).ForeignKey("P", "Id");""",
        """Rename.Table("A").To("B");""",
        """Rename.Table("A").InSchema("s").To("B");""",
        """Rename.Column("A").OnTable("T").To("B");""",
        """Rename.Column("A").OnTable("T").InSchema("s").To("B");""",
        """Delete.Table("A");""",
        """Delete.Table("A").IfExists().InSchema("s");""",
        """Delete.Column("A").FromTable("T");""",
        """Delete.Column("A").Column("B").FromTable("T").InSchema("s");""",
        """Create.Schema("s");""",
        """Delete.Schema("s");""",
        """Create.Sequence("q").InSchema("s").IncrementBy(2).MinValue(1).MaxValue(100).StartWith(5).Cache(10).Cycle();""",
        """Delete.Sequence("q").InSchema("s");""",
    ];

    public static TheoryData<string> Parts =>
    [
        """Create.PrimaryKey().OnTable("T").Column("A");""",
        """Create.PrimaryKey("PK").OnTable("T").WithSchema("s").Columns("A", "B");""",
        """Create.UniqueConstraint().OnTable("T").Columns("A", "B");""",
        """Create.UniqueConstraint("UC").OnTable("T").Column("A");""",
        """Delete.PrimaryKey("PK").FromTable("T").InSchema("s");""",
        """Delete.UniqueConstraint("UC").FromTable("T");""",
        """Delete.UniqueConstraint().FromTable("T").Columns("A", "B");""",
        """Delete.DefaultConstraint().OnTable("T").OnColumn("A");""",
        """Delete.DefaultConstraint().OnTable("T").InSchema("s").OnColumn("A");""",
        """Create.ForeignKey().FromTable("A").ForeignColumn("PId").ToTable("P").PrimaryColumn("Id");""",
        """Create.ForeignKey("FK").FromTable("A").InSchema("s").ForeignColumns("X", "Y").ToTable("P").InSchema("t").PrimaryColumns("X", "Y").OnDelete(Rule.Cascade).OnUpdate(Rule.SetNull);""",
        """Create.ForeignKey("FK").FromTable("A").ForeignColumn("PId").ToTable("P").PrimaryColumn("Id").OnDeleteOrUpdate(Rule.None);""",
        """Delete.ForeignKey("FK").OnTable("A");""",
        """Delete.ForeignKey("FK").OnTable("A").InSchema("s");""",
        """Delete.ForeignKey().FromTable("A").ForeignColumn("PId").ToTable("P").PrimaryColumn("Id");""",
        """Delete.ForeignKey().FromTable("A").InSchema("s").ForeignColumns("X", "Y").ToTable("P").PrimaryColumns("X", "Y");""",
        """Create.Index().OnTable("T").OnColumn("A").Ascending().OnColumn("B").Descending();""",
        """Create.Index("IX").OnTable("T").InSchema("s").OnColumn("A").Unique();""",
        """Create.Index("IX").OnTable("T").OnColumn("A").Ascending().WithOptions().Unique();""",
        """Create.Index("IX").OnTable("T").OnColumn("A").Ascending().WithOptions().Clustered();""",
        """Delete.Index("IX").OnTable("T");""",
        """Delete.Index("IX").OnTable("T").InSchema("s").OnColumn("A");""",
        """Delete.Index().OnTable("T").OnColumns("A", "B");""",
    ];

    public static TheoryData<string> Types => [.. new[]
    {
        "AsAnsiString()", "AsAnsiString(5)", "AsAnsiString(\"c\")", "AsAnsiString(5, \"c\")", "AsBinary()", "AsBinary(5)", "AsBoolean()", "AsByte()", "AsCurrency()", "AsDate()", "AsDateTime()",
        "AsDateTime2()", "AsDateTimeOffset()", "AsDateTimeOffset(3)", "AsDecimal()", "AsDecimal(10, 2)", "AsDouble()", "AsGuid()", "AsFixedLengthString(5)", "AsFixedLengthString(5, \"c\")",
        "AsFixedLengthAnsiString(5)", "AsFixedLengthAnsiString(5, \"c\")", "AsFloat()", "AsInt16()", "AsInt32()", "AsInt64()", "AsString()", "AsString(5)", "AsString(\"c\")", "AsString(5, \"c\")", "AsTime()", "AsXml()", "AsXml(5)", "AsCustom(\"jsonb\")",
    }.Select(t => $"Create.Table(\"T\").WithColumn(\"A\").{t}.Nullable();")];

    public static TheoryData<string> Values => [.. new[]
    {
        "(string)null", "\"x\"", "\"\"", "'c'", "true", "(sbyte)1", "(byte)1", "(short)1", "1", "1u", "1L", "1ul", "1.5m", "1.50m", "1.5f", "1.5d", "0.1 + 0.2", "-1", "int.MinValue", "long.MaxValue", "new DateTime(2020, 1, 2)", "new DateTime(2020, 1, 2, 3, 4, 5)",
        "new DateTime(2020, 1, 2, 3, 4, 5, DateTimeKind.Utc)", "new DateTimeOffset(2020, 1, 2, 3, 4, 5, TimeSpan.FromHours(2))", "TimeSpan.FromMinutes(90)", "new TimeSpan(1, 2, 3)", "Guid.Empty",
        "new Guid(\"0f8fad5b-d9cb-469f-a165-70867728950e\")", "Guid.Parse(\"0F8FAD5B-D9CB-469F-A165-70867728950E\")", "new byte[] { 1, 2, 255 }", "DayOfWeek.Friday", "RawSql.Insert(\"1+1\")", "SystemMethods.NewGuid",
        "new NonUnicodeString(\"x\")", "DBNull.Value", "\"a\" + 1", "$\"a{1}b\"", "nameof(Create)", "\"A\".ToLower()", "string.Empty", "DateTime.MinValue", "(object)5", "(int?)null", "1 + 2 * 3", "\"ab\".Substring(1)", "string.Join(\",\", \"a\", \"b\")",
    }.Select(v => $"Insert.IntoTable(\"T\").Row(new {{ A = {v} }});")];

    public static TheoryData<string> Rows =>
    [
        """Insert.IntoTable("T").InSchema("s").Row(new { A = 1, B = "x" }).Row(new { A = 2 });""",
        """Insert.IntoTable("T").Rows(new { A = 1 }, new { A = 2 });""",
        """Insert.IntoTable("T").Row(new Dictionary<string, object> { ["A"] = 1, ["B"] = "x" });""",
        """Insert.IntoTable("T").Row(new Dictionary<string, object> { { "A", 1 } });""",
        """Update.Table("T").Set(new { A = 1 }).Where(new { B = 2, C = (string)null });""",
        """Update.Table("T").InSchema("s").Set(new { A = 1 }).AllRows();""",
        """Update.Table("T").Set(new Dictionary<string, object> { ["A"] = 1 }).Where(new Dictionary<string, object> { ["B"] = 2 });""",
        """Delete.FromTable("T").AllRows();""",
        """Delete.FromTable("T").InSchema("s").Row(new { A = 1 }).Row(new { B = 2 });""",
        """Delete.FromTable("T").IsNull("A");""",
        """Execute.Sql("UPDATE T SET a = 1");""",
        "Execute.Sql(\"a\\r\\nb\");",
        """Execute.Sql("UPDATE T SET a = 1", "why");""",
        "Execute.Sql(@\"multi\n   line\");",
    ];

    public static TheoryData<string> Ways =>
    [
        """const string t = "T"; Create.Table(t + "s").WithColumn("A").AsInt32();""",
        """var t = "T"; t += "x"; Create.Table(t).WithColumn("A").AsInt32();""",
        """foreach (var t in new[] { "A", "B" }) { Create.Table(t).WithColumn("Id").AsInt32(); }""",
        """foreach (var t in new List<string> { "A", "B" }) Delete.Table(t);""",
        """for (var i = 0; i < 3; i++) { Create.Table("T" + i).WithColumn("Id").AsInt32(); }""",
        """for (var i = 0; i < 5; i++) { if (i == 1) continue; if (i == 3) break; Delete.Table("T" + i); }""",
        """var i = 0; while (i < 3) { Delete.Table("T" + i); i++; }""",
        """var i = 0; do { Delete.Table("T" + i++); } while (i < 2);""",
        """foreach (var (n, s) in new[] { ("A", 5), ("B", 6) }) { Create.Table(n).WithColumn("X").AsString(s); }""",
        """foreach (var c in new[] { (Name: "A", Size: 5) }) { Create.Table(c.Name).WithColumn("X").AsString(c.Size); }""",
        """foreach (var c in new[] { new { N = "A", S = 5 } }) { Create.Table(c.N).WithColumn("X").AsString(c.S); }""",
        """new[] { "A", "B" }.ToList().ForEach(t => Delete.Table(t));""",
        """foreach (var t in new[] { "a", "b" }.Select(x => x.ToUpper()).Where(x => x != "B")) Delete.Table(t);""",
        """foreach (var n in Enumerable.Range(1, 3)) Delete.Table($"T{n}");""",
        """var table = Create.Table("T"); table.WithColumn("A").AsInt32(); table.WithColumn("B").AsInt32().Nullable();""",
        """var table = Create.Table("T").WithColumn("A").AsInt32(); Create.Table("P").WithColumn("Id").AsInt32(); table.WithColumn("B").AsInt32().ForeignKey("P", "Id");""",
        """var c = Create.Table("T").WithColumn("Id").AsInt32(); foreach (var n in new[] { "A", "B" }) { c = c.WithColumn(n).AsString(); }""",
        """if (1 + 1 == 2) { Delete.Table("A"); } else { Delete.Table("B"); }""",
        """switch ("b") { case "a": Delete.Table("A"); break; case "b": Delete.Table("B"); break; default: Delete.Table("C"); break; }""",
        """Delete.Table("b" switch { "a" => "A", "b" => "B", _ => "C" });""",
        """Delete.Table(true ? "A" : "B");""",
        """void Drop(string t) { Delete.Table(t); } Drop("A"); Drop("B");""",
        """Action<string> drop = t => Delete.Table(t); drop("A"); drop("B");""",
        """Action drop = () => { Delete.Table("A"); }; drop();""",
        """try { Delete.Table("A"); } finally { Delete.Table("B"); }""",
        """{ Delete.Table("A"); return; } """,
        """IfDatabase("sqlite").Delete.Table("A");""",
        """IfDatabase("sqlite", "postgresql").Create.Table("A").WithColumn("X").AsInt32(); IfDatabase("SqlServer").Delete.Table("B");""",
        """IfDatabase(t => t.StartsWith("MySql")).Delete.Table("A");""",
        """IfDatabase(t => t != "SQLite").Delete.Table("A");""",
        """IfDatabase("mariadb").Delegate(() => { Delete.Table("A"); Delete.Table("B"); });""",
        """IfDatabase("postgres").Delete.Table("never");""",
        """if (!Schema.Table("A").Exists()) { Create.Table("A").WithColumn("X").AsInt32(); }""",
        """Create.Table("A").WithColumn("X").AsInt32(); if (Schema.Table("A").Exists()) { Delete.Table("A"); }""",
        """if (Schema.Table("A").Exists()) return; Create.Table("A").WithColumn("X").AsInt32();""",
        """if (!Schema.Table("A").Exists()) return; Delete.Table("A");""",
        """if (Schema.Schema("s").Exists() && Schema.Schema("s").Table("A").Column("b").Exists()) Delete.Table("A"); else Delete.Table("B");""",
        """if (!Schema.Table("A").Exists() || Schema.Table("A").Index("I").Exists()) Delete.Table("A"); if (Schema.Table("A").Constraint("C").Exists()) Delete.Table("C");""",
        """var has = Schema.Table("A").Column("b").Exists(); if (has) Delete.Table("A"); if (!has) Delete.Table("B");""",
        """foreach (var t in new[] { "A", "B" }) { if (Schema.Table(t).Exists()) continue; Create.Table(t).WithColumn("X").AsInt32(); }""",
        """Delete.Table(string.Format("{0}_{1}", "a", 1));""",
        """var d = new Dictionary<string, int> { ["a"] = 1 }; Create.Table("T" + d["a"]).WithColumn("X").AsString(d["a"]);""",
        """string[] names = ["A", "B"]; foreach (var n in names) Delete.Table(n);""",
    ];

    public static TheoryData<string> Extensions =>
    [
        """Create.Table("T").WithColumn("A").AsInt32().PrimaryKey().Identity(5, 2);""",
        """Create.Table("T").WithColumn("A").AsInt32().PrimaryKey().Identity(PostgresGenerationType.Always);""",
        """Alter.Column("A").OnTable("T").AsInt32().AddIdentity(PostgresGenerationType.ByDefault);""",
        """Alter.Column("A").OnTable("T").AsInt32().SetIdentity(PostgresGenerationType.Always);""",
        """Alter.Column("A").OnTable("T").AsInt32().DropIdentity(true);""",
        """Create.Table("T").WithColumn("A").AsGuid().RowGuid().WithColumn("B").AsInt32().Nullable().Sparse();""",
        """SqlServerExtensions.Include(Create.Index("IX").OnTable("T").OnColumn("A").Ascending().WithOptions(), "B");""",
        """PostgresExtensions.Include(PostgresExtensions.Include(Create.Index("IX").OnTable("T").OnColumn("A").Ascending().WithOptions(), "B"), "C");""",
        """SqlServerExtensions.Filter(Create.Index("IX").OnTable("T").OnColumn("A").Ascending().WithOptions(), "A > 1").Online();""",
        """PostgresExtensions.Filter(Create.Index("IX").OnTable("T").OnColumn("A").Ascending().WithOptions(), "A > 1").AsConcurrently();""",
        """Create.Index("IX").OnTable("T").OnColumn("A").Ascending().WithOptions().AsOnly(false).Tablespace("s");""",
        """Create.Index("IX").OnTable("T").OnColumn("A").Ascending().NullsLast().OnColumn("B").Descending().NullsFirst();""",
        """PostgresExtensions.UsingGin(Create.Index("IX").OnTable("T").OnColumn("A").Ascending().WithOptions());""",
        """MySqlExtensions.UsingHash(Create.Index("IX").OnTable("T").OnColumn("A").Ascending().WithOptions());""",
        """SqlServerExtensions.UniqueNullsNotDistinct(Create.Index("IX").OnTable("T").OnColumn("A").Ascending().WithOptions());""",
        """PostgresExtensions.NullsDistinct(Create.Index("IX").OnTable("T").OnColumn("A").Unique());""",
        """Delete.Index("IX").OnTable("T").WithOptions().Online();""",
        """Create.UniqueConstraint("UC").OnTable("T").Column("A").Online().NonClustered();""",
        """Create.Schema("s").Authorization("me");""",
        """Insert.IntoTable("T").WithIdentityInsert().Row(new { A = 1 });""",
        """Insert.IntoTable("T").Row(new { A = 1 }).WithOverridingSystemValue();""",
    ];

    public static TheoryData<string, string> Members => new()
    {
        { "Delete.Table(Name);", "private const string Name = \"T\";" },
        { "Delete.Table(Name);", "private static readonly string Name = \"T\" + 1;" },
        { "Delete.Table(Name);", "private readonly string Name = \"T\";" },
        { "Delete.Table(Name);", "private string Name => \"T\";" },
        { "Delete.Table(Name);", "private string Name { get; } = \"T\";" },
        { "Delete.Table(Name(5));", "private static string Name(int n) => $\"T{n}\";" },
        { "Add(\"A\"); Add(\"B\", 10);", "private void Add(string n, int size = 5) { Create.Column(n).OnTable(\"T\").AsString(size).Nullable(); }" },
        { "foreach (var t in All) Delete.Table(t);", "private static readonly string[] All = { \"A\", \"B\" };" },
        { "foreach (var t in All()) Delete.Table(t);", "private IEnumerable<string> All() => new[] { \"A\", \"B\" };" },
        { "First();", "private void First() => Second(\"T\"); private void Second(string t) { Delete.Table(t); }" },
        { "Create.Table(\"T\").WithId().WithColumn(\"A\").AsInt32();", "" },
        { "Create.Table(\"T\").WithColumn(\"A\").AsInt32().Audited();", "" },
        { "Base(\"T\");", "" },
        { "Deep(3);", "private void Deep(int n) { if (n == 0) return; Delete.Table(\"T\" + n); Deep(n - 1); }" },
    };

    [Theory]
    [MemberData(nameof(Tables))]
    [MemberData(nameof(Parts))]
    [MemberData(nameof(Types))]
    [MemberData(nameof(Values))]
    [MemberData(nameof(Rows))]
    [MemberData(nameof(Ways))]
    [MemberData(nameof(Extensions))]
    public void A_body_is_read_as_it_runs(string body) => Same(Source.Up(body));

    [Theory]
    [MemberData(nameof(Members))]
    public void What_a_body_calls_is_read_as_it_runs(string body, string members) => Same(Source.Of(
        Source.Migration(1, body, "", members, baseClass: "Helped"),
        """
        public abstract class Helped : Migration { protected void Base(string t) { Delete.Table(t); } public override void Down() { } }
        public static class More
        {
            public static FluentMigrator.Builders.Create.Table.ICreateTableColumnOptionOrWithColumnSyntax WithId(this FluentMigrator.Builders.Create.Table.ICreateTableWithColumnSyntax t) => t.WithColumn("Id").AsInt64().PrimaryKey().Identity();
            public static FluentMigrator.Builders.Create.Table.ICreateTableColumnOptionOrWithColumnSyntax Audited(this FluentMigrator.Builders.Create.Table.ICreateTableWithColumnSyntax t) => t.WithColumn("At").AsDateTime().NotNullable().WithColumn("By").AsString(50).Nullable();
        }
        """));

    private static void Same(Source source)
    {
        var judged = Parity.Judged(source.Read(Databases), source.Build(Databases)).Where(j => j.Verdict != Verdict.Exact).Select(j => $"{j.Verdict}: {j.What}").ToList();
        Assert.True(judged.Count == 0, string.Join("\n", judged));
    }
}
