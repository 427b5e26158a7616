namespace Migrations.Build.Package.Tests.Infra;

/// <summary>How a program ended, and all that it wrote.</summary>
internal sealed record Result(int ExitCode, string Output)
{
    public Result Succeeded()
    {
        Assert.True(ExitCode == 0, Output);
        return this;
    }

    public Result FailedWith(string code)
    {
        Assert.True(ExitCode != 0, "The build was to fail with " + code + ":\n" + Output);
        Assert.Contains("error " + code, Output, StringComparison.Ordinal);
        return this;
    }
}
