using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Migrations.Build.Benchmarks;

/// <summary>A project of many migrations in a temporary folder, which consumes the packed package; a twin that differs by a property has a folder of its own.</summary>
internal sealed class MadeProject(string root, int count, string twin = "m", string property = "")
{
    private const string Column = "Alter.Table(\"Table{0}\").AddColumn(\"Column{1}\").AsString(100).Nullable()";
    private const string DropColumn = "Delete.Column(\"Column{1}\").FromTable(\"Table{0}\")";
    private const string Index = "Create.Index(\"IX_Table{0}_{1}\").OnTable(\"Table{0}\").OnColumn(\"Name\").Ascending().OnColumn(\"Id\").Descending()";
    private const string DropIndex = "Delete.Index(\"IX_Table{0}_{1}\").OnTable(\"Table{0}\")";
    private const string Table = "Create.Table(\"Table{0}\").WithColumn(\"Id\").AsInt64().PrimaryKey().Identity().WithColumn(\"Name\").AsString(100).NotNullable().WithColumn(\"Amount\").AsDecimal(18, 4).NotNullable().WithDefaultValue(0)";
    private const string DropTable = "Delete.Table(\"Table{0}\")";

    public int Count => count;

    public string Folder => Path.Combine(root, twin + count.ToString(CultureInfo.InvariantCulture));

    public string Bundle => Path.Combine(Folder, "bin", "Release", "net10.0", "M.1.0.0.mbundle");

    public string Request => Path.Combine(Folder, "obj", "Release", "net10.0", "migrations", "build.rsp");

    public MadeProject Write(string feed, string databases)
    {
        Directory.CreateDirectory(Folder);
        foreach (var name in new[] { "Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props" })
        {
            File.WriteAllText(Path.Combine(root, name), "<Project />");
        }

        File.WriteAllText(Path.Combine(root, "nuget.config"), $"""
            <configuration>
              <config><add key="globalPackagesFolder" value="{root}/packages" /></config>
              <packageSources><add key="packed" value="{feed}" /></packageSources>
            </configuration>
            """);
        File.WriteAllText(Path.Combine(Folder, "M.csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <MigrationsDatabases>{databases}</MigrationsDatabases>
                {property}
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="FluentMigrator" Version="8.0.1" />
                <PackageReference Include="Migrations.Build" Version="0.1.0" />
              </ItemGroup>
            </Project>
            """);
        for (var number = 0; number < count; number++)
        {
            Migration(number);
        }

        return this;
    }

    /// <summary>One more migration at the end.</summary>
    public void Append(int number) => Migration(number);

    /// <summary>Another constant in the last migration.</summary>
    public void Edit(int round)
    {
        var path = Path.Combine(Folder, Name(count - 1) + ".cs");
        File.WriteAllText(path, Text(count - 1, round));
    }

    /// <summary>The builder that the package's targets choose on this machine.</summary>
    public string Builder() => Program.Run("dotnet", Folder, "msbuild", "-nologo", "-t:BuildOnlySettings;_MigrationsNames", "-getProperty:_MigrationsBuilder").Trim();

    public void Restore() => Program.Run("dotnet", Folder, "restore", "-v", "q");

    public void Build(params string[] arguments) => Program.Run("dotnet", Folder, ["build", "-c", "Release", "-nologo", "-v", "q", "--no-restore", "--disable-build-servers", .. arguments]);

    private static string Name(int number) => "M" + number.ToString("0000", CultureInfo.InvariantCulture);

    /// <summary>The source of a migration; another round has another constant.</summary>
    public static string Text(int number, int round)
    {
        var table = number / 10;
        var (up, down) = (number % 10) switch
        {
            0 => (Table, DropTable),
            5 => (Index, DropIndex),
            _ => (Column, DropColumn),
        };
        var text = new StringBuilder("using FluentMigrator;\n\nnamespace M;\n\n");
        text.Append(CultureInfo.InvariantCulture, $"[Migration({20260101000000L + number}, \"Step {number} of the benchmark, round {round}\")]\n");
        text.Append(CultureInfo.InvariantCulture, $"public sealed class {Name(number)} : Migration\n{{\n");
        text.Append("    public override void Up() => ").AppendFormat(CultureInfo.InvariantCulture, up.Replace("100", (100 + round).ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal), table, number % 10).Append(";\n\n");
        text.Append("    public override void Down() => ").AppendFormat(CultureInfo.InvariantCulture, down, table, number % 10).Append(";\n}\n");
        return text.ToString();
    }

    private void Migration(int number) => File.WriteAllText(Path.Combine(Folder, Name(number) + ".cs"), Text(number, 0));
}
