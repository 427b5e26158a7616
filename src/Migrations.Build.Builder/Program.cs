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
var (releases, damaged) = ReleasesOnDisk.Open(request.Releases);
if (Report.Write(Report.Show(damaged is null ? problems : problems.Add(damaged), request), request, protocol))
{
    return 1;
}

var code = request.Command switch
{
    "release" => ReleaseRun.Run(request, releases, protocol),
    "deploy" => await DeployRun.RunAsync(request, protocol).ConfigureAwait(false),
    _ => await BuildRun.RunAsync(request, releases, protocol).ConfigureAwait(false),
};

// Threads that user code left behind must not keep the build waiting.
Environment.Exit(code);
return code;
