using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.CodeAnalysis.Text;
using Migrations.Build.Analyzers.Live;
using Migrations.Build.Analyzers.Reading.Migrations;
using Migrations.Build.Builder.Reading;
using Migrations.Build.Model;
using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Histories;

namespace Migrations.Build.Analyzers.Tests;

/// <summary>Source files of a project, read by the analyzer from the source and by the builder from what it compiles to.</summary>
internal sealed class Source
{
    private const string Usings = "using System; using System.Collections.Generic; using System.Data; using System.Linq; using FluentMigrator; using FluentMigrator.SqlServer; using FluentMigrator.Postgres; using FluentMigrator.MySql; using Migrations.Build;\n";

    private static readonly MetadataReference[] References = [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
        .Split(Path.PathSeparator).Select(p => MetadataReference.CreateFromFile(p))];

    private static readonly CSharpParseOptions Latest = new(LanguageVersion.Preview);

    private Source(IEnumerable<SyntaxTree> trees) => Compilation = CSharpCompilation.Create(
        "Corpus", trees, References, new(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));

    public CSharpCompilation Compilation { get; }

    /// <summary>One migration whose Up has the given body.</summary>
    public static Source Up(string body, string members = "") => Of(Migration(1, body, "", members));

    /// <summary>Files with the given texts.</summary>
    public static Source Of(params string[] texts) => new(texts.Select((t, i) => Tree(Usings + t, $"/_/F{i}.cs")));

    /// <summary>The text of the last file, without the usings.</summary>
    public string Text() => Compilation.SyntaxTrees[^1].ToString()[Usings.Length..];

    /// <summary>The C# files below a folder.</summary>
    public static Source Folder(string folder, bool implicitUsings = true)
    {
        var separator = Path.DirectorySeparatorChar;
        var files = Directory.GetFiles(folder, "*.cs", SearchOption.AllDirectories).Where(f => !f.Contains($"{separator}obj{separator}") && !f.Contains($"{separator}bin{separator}"));
        var trees = files.Order(StringComparer.Ordinal).Select(f => Tree(File.ReadAllText(f), f));
        const string Implicit = "global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq; global using System.Threading; global using System.Threading.Tasks;";
        return new(implicitUsings ? trees.Append(Tree(Implicit, "/_/Usings.cs")) : trees);
    }

    public static string Migration(long version, string up, string down = "", string members = "", string attributes = "", string baseClass = "Migration", string? name = null) =>
        $"{attributes}[Migration({version})] public class {name ?? "M" + version} : {baseClass} {{ {members} public override void Up() {{ {up} }} {(baseClass == "Migration" ? $"public override void Down() {{ {down} }}" : "")} }}\n";

    public static Items<DatabaseTarget> Targets(params string[] databases) =>
        databases.Select(d => DatabaseTarget.TryParse(d, out var target) ? target! : throw new ArgumentException(d)).ToItems();

    public static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Migrations.Build.sln")))
        {
            folder = Path.GetDirectoryName(folder)!;
        }

        return folder;
    }

    /// <summary>The history as the analyzer reads it.</summary>
    public History Read(params string[] databases)
    {
        var settings = new Settings(Targets(databases.Length == 0 ? ["sqlite"] : databases), null, Scripts.None, DateTime.MinValue);
        return new ProjectHistory(Compilation, KnownSymbols.TryCreate(Compilation)!, settings).Whole(CancellationToken.None);
    }

    /// <summary>The history as the builder reads it from the assembly.</summary>
    public History Build(params string[] databases)
    {
        var folder = Directory.CreateTempSubdirectory("corpus-");
        try
        {
            var path = Path.Combine(folder.FullName, "Corpus.dll");
            using (var assembly = File.Create(path))
            {
                var result = Compilation.Emit(assembly, options: new EmitOptions(debugInformationFormat: DebugInformationFormat.Embedded));
                Assert.True(result.Success, string.Join("\n", result.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error).Take(10)));
            }

            var request = new ReadRequest(path, Targets(databases.Length == 0 ? ["sqlite"] : databases))
            {
                References = Items.Of(typeof(RationaleAttribute).Assembly.Location, typeof(FluentMigrator.Postgres.PostgresExtensions).Assembly.Location, typeof(FluentMigrator.SqlServer.SqlServerExtensions).Assembly.Location, typeof(FluentMigrator.MySql.MySqlExtensions).Assembly.Location),
                ProjectFolder = folder.FullName,
            };
            return AssemblyReader.Read(request).History;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static SyntaxTree Tree(string text, string path) => CSharpSyntaxTree.ParseText(SourceText.From(text, Encoding.UTF8), Latest, path);
}
