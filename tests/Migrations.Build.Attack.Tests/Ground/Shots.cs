using Migrations.Build.Runner;
using Migrations.Build.Runner.Applying;
using Migrations.Build.Runner.RollingBack;

namespace Migrations.Build.Attack.Tests.Ground;

/// <summary>What a run without any disturbance makes of the sample: the database file before and after each migration, on the way up and on the way down.</summary>
public sealed class Shots : IAsyncLifetime, IDisposable
{
    private readonly Database _database = new();
    private readonly Dictionary<string, string[]> _contents = [];

    /// <summary>The file after the given number of migrations, on its way up or, from the end, on its way down.</summary>
    public string File(bool up, int applied) => Path.Combine(_database.Folder, $"{(up || applied == Sample.Versions.Length ? "up" : "down")}-{applied}.shot");

    /// <summary>What that file holds.</summary>
    public string[] Holds(bool up, int applied) => _contents[File(up, applied)];

    public async Task InitializeAsync()
    {
        var versions = Sample.Versions;
        for (var i = 0; i <= versions.Length; i++)
        {
            if (i > 0)
            {
                await Commands.UpAsync(_database.Settings, versions[i - 1], ExitCode.Done);
                Seed.Write(_database.Path, versions[i - 1]);
            }

            Take(up: true, i);
        }

        for (var i = versions.Length - 1; i >= 0; i--)
        {
            await Commands.DownAsync(_database.Settings, i == 0 ? 0 : versions[i - 1], ExitCode.Done);
            Take(up: false, i);
        }
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _database.Dispose();

    private void Take(bool up, int applied)
    {
        var shot = File(up, applied);
        if (System.IO.File.Exists(_database.Path))
        {
            System.IO.File.Copy(_database.Path, shot, overwrite: true);
            _contents[shot] = Content.Of(shot);
        }
    }
}
