namespace Migrations.Build.Benchmarks;

/// <summary>The figures of projects that consume the packed packages.</summary>
internal sealed class MigrationFigures(string repository, string root, int large)
{
    private const string Databases = "sqlite;postgres;mysql;sqlserver";
    private const string Unverified = "<MigrationsVerify>false</MigrationsVerify>";

    private readonly string _feed = Path.Combine(root, "feed");

    public void Print(string[] only)
    {
        Pack("src/Migrations.Build");
        var project = Made(large, "m");
        var hundred = Made(100, "m");
        project.Restore();
        project.Build();
        if (only.Contains("build"))
        {
            new BuildFigures(project, Made(large, "off", "<MigrationsEnabled>false</MigrationsEnabled>")).Print();
        }

        if (only.Contains("apply"))
        {
            Pack("src/Migrations.Build.Cli");
            var (programs, few) = (new Programs(root, _feed), Made(10, "m"));
            new NothingFigures(root, programs, project, few).Print();
            new ApplyFigures(root, programs, project, hundred, few).Print();
        }

        // The last: it adds migrations.
        if (only.Contains("verification"))
        {
            new VerificationFigures(project, Made(large, "unverified", Unverified), hundred, Made(100, "unverified", Unverified)).Print();
        }
    }

    private MadeProject Made(int count, string twin, string property = "") => new MadeProject(root, count, twin, property).Write(_feed, Databases);

    private void Pack(string project) => Program.Run("dotnet", repository, "pack", project, "-c", "Release", "-o", _feed, "-v", "q", "-nologo", "--disable-build-servers");
}
