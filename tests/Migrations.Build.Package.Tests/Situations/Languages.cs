using Migrations.Build.Package.Tests.Infra;

namespace Migrations.Build.Package.Tests.Situations;

/// <summary>Migrations in other languages and for the .NET of before are read as well.</summary>
[Collection(PackedPackage.Name)]
public sealed class Languages(Feed feed)
{
    private const string Basic = """
        Imports FluentMigrator

        <Migration(1, "the logs that support asks for")>
        Public Class Logs
            Inherits Migration

            Public Overrides Sub Up()
                Create.Table("logs").WithColumn("text").AsString(50).NotNullable()
            End Sub

            Public Overrides Sub Down()
                Delete.Table("logs")
            End Sub
        End Class
        """;

    private const string FSharp = """
        namespace App
        open FluentMigrator

        [<Migration(1L, "the logs that support asks for")>]
        type Logs() =
            inherit Migration()
            override this.Up() = this.Create.Table("logs").WithColumn("text").AsString(50).NotNullable() |> ignore
            override this.Down() = this.Delete.Table("logs") |> ignore
        """;

    [Theory]
    [InlineData("vbproj", "Logs.vb", Basic, "net10.0", "Logs.vb(8,")]
    [InlineData("fsproj", "Logs.fs", FSharp, "net10.0", "Logs.fs(7,")]
    [InlineData("vbproj", "Logs.vb", Basic, "net48", "Logs.vb(8,")]
    public void They_get_a_bundle_and_findings_at_their_lines(string project, string file, string source, string framework, string place)
    {
        using var consumer = new Consumer(feed, frameworks: $"<TargetFramework>{framework}</TargetFramework>", properties: "<RootNamespace>App</RootNamespace>", items: project == "fsproj" ? $"<Compile Include=\"{file}\" />" : "");
        File.Move(Path.Combine(consumer.Folder, "App.csproj"), Path.Combine(consumer.Folder, "App." + project));
        consumer.With(file, source);

        var build = consumer.Build().Succeeded();

        Assert.Contains(place, build.Output, StringComparison.Ordinal);
        Assert.Contains("warning MIG0714", build.Output, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(consumer.Folder, "bin", "Debug", framework, "App.1.0.0.mbundle")));
    }
}
