namespace Migrations.Build.Package.Tests.Infra;

/// <summary>The package, packed once from source into a folder of its own.</summary>
public sealed class Feed : IDisposable
{
    public Feed()
    {
        Folder = Directory.CreateTempSubdirectory("migrations-feed-").FullName;
        Run.Dotnet(Repository.Root, "pack", "src/Migrations.Build", "-c", "Release", "-o", Folder, "--disable-build-servers", "-v", "q", "-nologo").Succeeded();
        Packages = Directory.CreateTempSubdirectory("migrations-packages-").FullName;
    }

    public string Folder { get; }

    /// <summary>Where consumers' packages are unpacked: never the machine's own folder, where an older build of the same version could lie.</summary>
    public string Packages { get; }

    public string Package => Directory.GetFiles(Folder, "Migrations.Build.*.nupkg").Single();

    public void Dispose()
    {
        Directory.Delete(Folder, recursive: true);
        Directory.Delete(Packages, recursive: true);
    }
}

[CollectionDefinition(Name)]
public sealed class PackedPackage : ICollectionFixture<Feed>
{
    public const string Name = "packed package";
}
