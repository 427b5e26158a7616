using System.Text;
using Migrations.Build.Bundle.Parts;
using Migrations.Build.Bundle.Reading;

namespace Migrations.Build.Bundle.Tests.Reading;

public sealed class PartReaderTests
{
    [Theory]
    [InlineData("""{"format":1,"name":"a","version":"1"}""")]
    [InlineData("""{"format":1,"name":"a","version":"1","migrations":[{"version":5,"class":"A","fullName":"A","kind":"versioned"}]}""")]
    public void A_manifest_is_read(string json) => Assert.Equal("a", PartReader.Manifest(Encoding.UTF8.GetBytes(json)).Name);

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("""{"format":1}""")]
    [InlineData("""{"format":1,"name":null,"version":"1"}""")]
    [InlineData("""{"format":1,"name":"a","version":"1","parts":[null]}""")]
    [InlineData("""{"format":1,"name":"a","version":"1","parts":[{"name":"x"}]}""")]
    [InlineData("""{"format":1,"name":"a","version":"1","surprise":1}""")]
    [InlineData("""{"format":1,"name":"a","version":"1","migrations":[{"class":"A","expectations":[{"name":"x","query":"q","when":"after"}]}]}""")]
    public void What_is_no_manifest_is_damaged(string json) =>
        Assert.Equal(PartNames.Manifest, Assert.Throws<DamagedBundleException>(() => PartReader.Manifest(Encoding.UTF8.GetBytes(json))).Part);

    [Fact]
    public void A_newer_format_is_said_to_be_one() =>
        Assert.Contains("update this program", Assert.Throws<DamagedBundleException>(() => PartReader.Manifest("""{"format":2,"wonder":true}"""u8.ToArray())).Message, StringComparison.Ordinal);
}
