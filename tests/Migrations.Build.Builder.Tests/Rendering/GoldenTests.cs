using System.Text;
using Migrations.Build.Builder.Rendering;
using Migrations.Build.Builder.Tests.Samples;
using Migrations.Build.Model;
using Migrations.Build.Model.Findings;
using Migrations.Build.Testing;

namespace Migrations.Build.Builder.Tests.Rendering;

public sealed class GoldenTests
{
    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgres:14")]
    [InlineData("postgres:16")]
    [InlineData("mysql:5.7")]
    [InlineData("mysql:8.0")]
    [InlineData("mariadb:10.6")]
    [InlineData("sqlserver:2019")]
    public void Every_operation_renders_as_it_was_accepted(string target)
    {
        var text = new StringBuilder();
        foreach (var sample in Cases.All)
        {
            var rendered = Ops.Render(target, [.. sample.Before], [.. sample.Operations]);
            text.Append("-- == ").Append(sample.Name).Append('\n');
            rendered.Findings.ToList().ForEach(f => text.Append("-- ").Append(f.Rule).Append(' ').Append(f.Severity).Append(": ").Append(string.Join(" | ", f.Values)).Append('\n'));
            rendered.Statements.ToList().ForEach(s => text.Append(s.Text).Append("\n--\n"));
        }

        Golden.Matches(target.Replace(':', '-') + ".sql", text.ToString());
    }
}
