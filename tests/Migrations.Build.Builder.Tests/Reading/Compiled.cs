using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.CodeAnalysis.Text;
using Migrations.Build.Builder.Reading;
using Migrations.Build.Model;
using Migrations.Build.Model.Databases;

namespace Migrations.Build.Builder.Tests.Reading;

/// <summary>Compiles migrations as a user's compiler would, with symbols, in a folder of their own.</summary>
public sealed class Compiled : IDisposable
{
    public const string File = "/_/M.cs";

    // On one line, so that line n of a test's source is line n + 1 of the file.
    private const string Usings = "using System; using System.Collections.Generic; using System.Data; using System.Globalization; using System.IO; using System.Linq; using FluentMigrator; using FluentMigrator.Infrastructure; using Migrations.Build;\n";

    private static readonly MetadataReference[] Platform = [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
        .Split(Path.PathSeparator).Select(p => MetadataReference.CreateFromFile(p))];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("compiled-");
    private readonly List<string> _references = [typeof(RationaleAttribute).Assembly.Location];

    public string Folder => _folder.FullName;

    public string Assembly { get; private set; } = "";

    public string Source { get; private set; } = "";

    public static Compiled From(string source, OptimizationLevel level = OptimizationLevel.Debug, params (string Name, string Text)[] resources)
    {
        var compiled = new Compiled();
        compiled.Add("M" + Guid.NewGuid().ToString("N"), source, level, resources);
        return compiled;
    }

    /// <summary>Compiles another assembly into the same folder; what was compiled before is referenced.</summary>
    public Compiled Add(string name, string source, OptimizationLevel level = OptimizationLevel.Debug, params (string Name, string Text)[] resources)
    {
        if (Assembly.Length > 0)
        {
            _references.Add(Assembly);
        }

        (Source, Assembly) = (Usings + source, Path.Combine(Folder, name + ".dll"));
        using var assembly = System.IO.File.Create(Assembly);
        using var symbols = System.IO.File.Create(Path.ChangeExtension(Assembly, ".pdb"));
        var result = Compile(name, level).Emit(
            assembly,
            symbols,
            manifestResources: resources.Select(r => new ResourceDescription(r.Name, () => new MemoryStream(Encoding.UTF8.GetBytes(r.Text)), isPublic: true)),
            options: new EmitOptions(debugInformationFormat: DebugInformationFormat.PortablePdb));
        Xunit.Assert.True(result.Success, string.Join("\n", result.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error)));
        return this;
    }

    /// <summary>Compiles an assembly that holds its symbols itself.</summary>
    public void Embed(string name, string source)
    {
        (Source, Assembly) = (Usings + source, Path.Combine(Folder, name + ".dll"));
        using var assembly = System.IO.File.Create(Assembly);
        Xunit.Assert.True(Compile(name).Emit(assembly, options: new EmitOptions(debugInformationFormat: DebugInformationFormat.Embedded)).Success);
    }

    /// <summary>References an assembly from now on.</summary>
    public Compiled Reference(string assembly)
    {
        _references.Add(assembly);
        return this;
    }

    public ReadRequest Request(params string[] databases) => new(Assembly, Targets(databases.Length == 0 ? ["sqlite"] : databases))
    {
        References = _references.ToItems(),
        ProjectFolder = Folder,
    };

    public ReadResult Read(params string[] databases) => AssemblyReader.Read(Request(databases));

    /// <summary>The line of the source that ends with a marker comment.</summary>
    public int LineOf(string marker) => Array.FindIndex(Source.Split('\n'), line => line.TrimEnd().EndsWith("// " + marker, StringComparison.Ordinal)) + 1;

    public void Dispose() => _folder.Delete(recursive: true);

    private CSharpCompilation Compile(string name, OptimizationLevel level = OptimizationLevel.Debug) => CSharpCompilation.Create(
        name,
        [CSharpSyntaxTree.ParseText(SourceText.From(Source, Encoding.UTF8), path: File)],
        [.. Platform, .. _references.Select(r => MetadataReference.CreateFromFile(r))],
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: level));

    private static Items<DatabaseTarget> Targets(string[] databases) =>
        databases.Select(d => DatabaseTarget.TryParse(d, out var target) ? target! : throw new ArgumentException(d)).ToItems();
}
