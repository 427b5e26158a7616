using Migrations.Build.Testing;
using Xunit.Sdk;

namespace Migrations.Build.Builder.Tests.Rendering;

public sealed class GoldenFileTests : IDisposable
{
    private readonly string _file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());

    [Fact]
    public void A_missing_file_is_written_at_a_desk_and_fails_in_a_pipeline()
    {
        Assert.Throws<XunitException>(() => Golden.Compare(_file, "a\n", accept: false, mayCreate: false));
        Assert.False(File.Exists(_file));

        Golden.Compare(_file, "a\n", accept: false, mayCreate: true);
        Assert.Equal("a\n", File.ReadAllText(_file));
    }

    [Fact]
    public void A_difference_fails_and_shows_its_lines_until_it_is_accepted()
    {
        File.WriteAllText(_file, "same\nold\n");

        var error = Assert.Throws<XunitException>(() => Golden.Compare(_file, "same\nnew\n", accept: false, mayCreate: true));
        Assert.Contains("- old\n+ new\n", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("same", error.Message.Replace(Path.GetFileName(_file), "", StringComparison.Ordinal), StringComparison.Ordinal);

        Golden.Compare(_file, "same\nnew\n", accept: true, mayCreate: false);
        Golden.Compare(_file, "same\r\nnew\r\n", accept: false, mayCreate: false);
    }

    public void Dispose() => File.Delete(_file);
}
