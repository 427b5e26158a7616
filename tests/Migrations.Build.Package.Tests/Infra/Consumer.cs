using System.Text;
using Migrations.Build.Bundle;
using Migrations.Build.Bundle.Reading;

namespace Migrations.Build.Package.Tests.Infra;

/// <summary>A project outside the repository that references the packed package, as a user's would.</summary>
internal sealed class Consumer : IDisposable
{
    public const string TwoTables = """
        using FluentMigrator;

        namespace App;

        [Migration(202601010900, "The customers whom we bill")]
        public sealed class CreateCustomers : AutoReversingMigration
        {
            public override void Up() => Create.Table("Customers")
                .WithColumn("Id").AsInt64().PrimaryKey().Identity()
                .WithColumn("Name").AsString(100).NotNullable();
        }

        [Migration(202601020900, "Where we write to them")]
        public sealed class AddEmail : Migration
        {
            public override void Up() => Alter.Table("Customers").AddColumn("Email").AsString(200).Nullable();

            public override void Down() => Delete.Column("Email").FromTable("Customers");
        }
        """;

    private readonly string _root;

    public Consumer(Feed feed, string name = "App", string properties = "", string items = "", string fluentMigrator = "8.0.1", string frameworks = "<TargetFramework>net10.0</TargetFramework>", string folder = "")
    {
        _root = Directory.CreateTempSubdirectory("migrations-consumer-").FullName;
        Name = name;
        Folder = Directory.CreateDirectory(Path.Combine(_root, folder, name)).FullName;
        Isolate(_root, feed);
        File.WriteAllText(Path.Combine(Folder, name + ".csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                {frameworks}
                <Nullable>enable</Nullable>
                {properties}
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="FluentMigrator" Version="{fluentMigrator}" />
                <PackageReference Include="Migrations.Build" Version="0.1.0" />
                {items}
              </ItemGroup>
            </Project>
            """);
    }

    public string Name { get; }

    public string Folder { get; }

    public string Output => Path.Combine(Folder, "bin", "Debug", "net10.0");

    public string BundlePath => Path.Combine(Output, Name + ".1.0.0.mbundle");

    /// <summary>The schema after the last migration, as the bundle has it.</summary>
    public string Schema => Encoding.UTF8.GetString(Bundle.Part("schema.json")!);

    public MigrationBundle Bundle => BundleReader.Open(BundlePath);

    public Consumer With(string file, string text)
    {
        var path = Path.Combine(Folder, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return this;
    }

    public Result Build(params string[] arguments) => Run.Dotnet(Folder, ["build", "-nologo", "--disable-build-servers", .. arguments]);

    public Result Dotnet(params string[] arguments) => Run.Dotnet(Folder, arguments);

    public void Dispose() => Directory.Delete(_root, recursive: true);

    private static void Isolate(string root, Feed feed)
    {
        foreach (var file in new[] { "Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props" })
        {
            File.WriteAllText(Path.Combine(root, file), "<Project />");
        }

        var shared = Environment.GetEnvironmentVariable("NUGET_PACKAGES") is { Length: > 0 } set ? set : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        File.WriteAllText(Path.Combine(root, "nuget.config"), $"""
            <configuration>
              <config><add key="globalPackagesFolder" value="{feed.Packages}" /></config>
              <packageSources><add key="packed" value="{feed.Folder}" /></packageSources>
              <fallbackPackageFolders>{(Directory.Exists(shared) ? $"<add key=\"shared\" value=\"{shared}\" />" : "")}</fallbackPackageFolders>
            </configuration>
            """);
    }
}
