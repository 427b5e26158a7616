using Migrations.Build.Cli.Output;

namespace Migrations.Build.Cli.Tests.Output;

public sealed class SecretsTests
{
    [Theory]
    [InlineData("Host=x;Username=y;Password=hunter2", "login with hunter2 failed", "login with *** failed")]
    [InlineData("Host=x;Username=y;PWD='a;b'", "pwd a;b", "pwd ***")]
    [InlineData("Server=x;User Id=y;Password=p w d", "Server=x;User Id=y;Password=p w d", "***")]
    [InlineData("=broken;Password=hunter2;x", "hunter2", "***")]
    [InlineData("Data Source=app.db", "Data Source=app.db", "Data Source=app.db")]
    public void A_password_is_hidden_wherever_it_stands(string connection, string text, string shown) =>
        Assert.Equal(shown, new Secrets([connection]).Hide(text));
}
