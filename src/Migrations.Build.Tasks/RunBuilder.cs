using System;
using System.IO;
using System.Text;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace Migrations.Build.Tasks;

/// <summary>Starts the builder in a process of its own, so that user code never runs inside MSBuild, and logs what it reports.</summary>
public sealed class RunBuilder : ToolTask
{
    /// <summary>The builder's assembly.</summary>
    [Required]
    public string Builder { get; set; } = "";

    /// <summary>The file that says what the builder shall do.</summary>
    [Required]
    public string Request { get; set; } = "";

    /// <summary>The project to which a message without a place belongs.</summary>
    [Required]
    public string ProjectFile { get; set; } = "";

    /// <summary>The connection string to deploy with; it goes through the environment, since command lines are logged.</summary>
    public string? Connection { get; set; }

    /// <summary>What the builder makes; it does not outlive a failure, be it that of a warning that counts as an error, so that the next build tries again.</summary>
    public string? Bundle { get; set; }

    /// <inheritdoc/>
    protected override string ToolName => "dotnet";

    /// <inheritdoc/>
    protected override Encoding StandardOutputEncoding => new UTF8Encoding(false);

    /// <inheritdoc/>
    protected override Encoding StandardErrorEncoding => StandardOutputEncoding;

    /// <inheritdoc/>
    protected override MessageImportance StandardErrorLoggingImportance => MessageImportance.Low;

    /// <inheritdoc/>
    protected override string GenerateFullPathToTool() => System.Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") is { Length: > 0 } host ? host : "dotnet";

    /// <inheritdoc/>
    protected override string GenerateCommandLineCommands()
    {
        var line = new CommandLineBuilder();
        line.AppendSwitch("exec");
        line.AppendSwitch("--roll-forward LatestMajor");
        line.AppendFileNameIfNotNull(Builder);
        line.AppendFileNameIfNotNull("@" + Request);
        return line.ToString();
    }

    /// <inheritdoc/>
    public override bool Execute()
    {
        EnvironmentVariables = Connection is null ? null : ["MIGRATIONS_CONNECTION=" + Connection];
        var succeeded = base.Execute() && !Log.HasLoggedErrors;
        if (!succeeded && Bundle is not null)
        {
            File.Delete(Bundle);
        }

        return succeeded;
    }

    /// <inheritdoc/>
    protected override void LogEventsFromTextOutput(string singleLine, MessageImportance messageImportance)
    {
        if (Report.TryParse(singleLine) is { } report)
        {
            report.Log(Log, ProjectFile);
        }
        else
        {
            Log.LogMessage(MessageImportance.Low, "{0}", singleLine);
        }
    }

    /// <inheritdoc/>
    protected override bool HandleTaskExecutionErrors()
    {
        if (!Log.HasLoggedErrors)
        {
            Log.LogError(null, "MIG9107", null, Report.HelpLink("MIG9107"), ProjectFile, 0, 0, 0, 0, "The builder of Migrations.Build ended with code {0}. No bundle was made. Build again with -v:detailed to see what it wrote.", ExitCode);
        }

        return false;
    }

    /// <inheritdoc/>
    protected override void LogToolCommand(string message) => Log.LogMessage(MessageImportance.Low, "{0}", message);
}
