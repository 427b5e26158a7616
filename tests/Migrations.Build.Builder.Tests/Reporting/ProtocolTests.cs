using Migrations.Build.Builder.Reporting;

namespace Migrations.Build.Builder.Tests.Reporting;

public sealed class ProtocolTests
{
    [Fact]
    public void A_diagnostic_is_seven_parts_on_a_line_whatever_its_text_holds()
    {
        var output = new StringWriter { NewLine = "\n" };
        var protocol = new Protocol(output);
        protocol.Write("warning", "MIG0101", new("/p/M.cs", 12, 9), "https://help", "one\ttwo\r\nthree\\four");
        protocol.Say("done");
        Assert.Equal("warning\tMIG0101\t/p/M.cs\t12\t9\thttps://help\tone\\ttwo\\nthree\\\\four\nmessage\t\t\t0\t0\t\tdone\n", output.ToString());
    }
}
