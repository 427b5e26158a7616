using Migrations.Build.Builder.Building;
using Migrations.Build.Builder.Reporting;
using Migrations.Build.Builder.Requests;

var protocol = Protocol.OnStandardOutput();
if (args is not [['@', .. var path]])
{
    Console.Error.WriteLine("usage: Migrations.Build.Builder @request.rsp");
    return 2;
}

var (request, problems) = RequestReader.Read(File.ReadLines(path));
var code = 1;
try
{
    code = await RunAsync().ConfigureAwait(false);
}
// Whatever it is, the build tells it where people look.
catch (Exception fault)
{
    Report.Write(Report.Show([Fault.Of($"command '{request.Command}'", fault)], request), request with { ErrorLog = null }, protocol);
}

// Threads that user code left behind must not keep the build waiting.
Environment.Exit(code);
return code;

async Task<int> RunAsync()
{
    var (releases, damaged) = ReleasesOnDisk.Open(request.Releases);
    if (Report.Write(Report.Show(damaged is null ? problems : problems.Add(damaged), request), request, protocol))
    {
        return 1;
    }

    return request.Command switch
    {
        "release" => await ReleaseRun.RunAsync(request, releases, protocol).ConfigureAwait(false),
        "deploy" => await DeployRun.RunAsync(request, protocol).ConfigureAwait(false),
        _ => await BuildRun.RunAsync(request, releases, protocol).ConfigureAwait(false),
    };
}
