using Migrations.Build.Model.Canonical;
using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Histories;
using Migrations.Build.Model.Operations;
using Migrations.Build.Model.Schemas;
using Migrations.Build.Model.Tests.Folding;

namespace Migrations.Build.Model.Tests.Canonical;

public class RecordJsonTests
{
    private static T Read<T>(string json) => RecordJson.Read<T>(JsonReader.Read(json));

    [Theory]
    [InlineData("{}")]
    [InlineData("{\"table\":{\"name\":\"a\"}}")]
    [InlineData("{\"table\":{\"name\":\"a\"},\"column\":null}")]
    [InlineData("{\"table\":{\"name\":null},\"column\":\"x\"}")]
    [InlineData("{\"table\":{},\"column\":\"x\"}")]
    [InlineData("{\"table\":[],\"column\":\"x\"}")]
    [InlineData("{\"table\":{\"name\":\"a\"},\"column\":1}")]
    [InlineData("{\"table\":{\"name\":\"a\"},\"column\":\"x\",\"more\":1}")]
    [InlineData("null")]
    public void A_record_that_lacks_something_or_has_too_much_is_a_format_exception(string json) =>
        Assert.Throws<FormatException>(() => Read<DropColumn>(json));

    [Fact]
    public void The_same_record_with_all_it_needs_is_read() =>
        Assert.Equal(new DropColumn(TableName.Of("a"), "x"), Read<DropColumn>("{\"table\":{\"name\":\"a\"},\"column\":\"x\"}"));

    [Theory]
    [InlineData("{\"operation\":{\"is\":\"none\"}}")]
    [InlineData("{\"operation\":{\"is\":\"operation\"}}")]
    [InlineData("{\"operation\":{\"name\":\"x\"}}")]
    [InlineData("{\"operation\":{\"is\":\"createTable\",\"table\":{\"name\":\"a\"},\"columns\":{}}}")]
    [InlineData("{\"operation\":{\"is\":\"createTable\",\"table\":{\"name\":\"a\"},\"columns\":[null]}}")]
    [InlineData("{\"operation\":{\"is\":\"setDefault\",\"table\":{\"name\":\"a\"},\"column\":\"x\",\"default\":{\"text\":\"1\"}}}")]
    public void A_step_of_no_operation_is_a_format_exception(string json) => Assert.Throws<FormatException>(() => Read<Step>(json));

    [Theory]
    [InlineData("+1")]
    [InlineData("01")]
    [InlineData("1.")]
    [InlineData(".5")]
    [InlineData("1e")]
    [InlineData("-")]
    [InlineData("NaN")]
    [InlineData("[1,]")]
    [InlineData("{\"a\":1,\"a\":2}")]
    [InlineData("\"\\u12\"")]
    [InlineData("\"a\nb\"")]
    [InlineData("1 2")]
    [InlineData("")]
    public void Text_that_is_no_JSON_is_a_format_exception(string json) => Assert.Throws<FormatException>(() => JsonReader.Read(json));

    [Theory]
    [InlineData("0")]
    [InlineData("-0.5e+10")]
    [InlineData("[1, {\"a\": null}]")]
    public void Text_that_is_JSON_is_read(string json) => Assert.NotNull(JsonReader.Read(json));

    [Fact]
    public void A_schema_is_written_with_its_engine_and_its_tables()
    {
        var json = RecordJson.Write(Fixture.Both(DatabaseKind.Postgres));

        Assert.Equal("postgres", json["database"]!.Text);
        Assert.Equal(["Lines", "Orders"], json["tables"]!.Elements.Select(t => t["name"]!["name"]!.Text));
        Assert.Throws<FormatException>(() => RecordJson.Read<Schema>(json));
    }

    [Fact]
    public void What_is_left_out_is_what_a_record_has_without_it()
    {
        // A flag or number that starts as anything but false or zero would be lost when it is false or zero.
        var records = typeof(Step).Assembly.GetTypes().Where(t => t.IsClass && t.Namespace is { } n && (n.EndsWith("Operations", StringComparison.Ordinal) || n.EndsWith("Histories", StringComparison.Ordinal)));
        foreach (var record in records.Where(t => !t.IsAbstract && t.GetMethod("<Clone>$") is not null))
        {
            var arguments = record.GetConstructors()[0].GetParameters().Select(p => p.ParameterType.IsValueType ? Activator.CreateInstance(p.ParameterType) : null).ToArray();
            var made = record.GetConstructors()[0].Invoke(arguments);
            Assert.All(record.GetProperties().Where(p => p.CanWrite && (p.PropertyType == typeof(bool) || p.PropertyType == typeof(int) || p.PropertyType == typeof(long))),
                p => Assert.True(p.GetValue(made) is false or 0 or 0L, record.Name + "." + p.Name));
        }
    }
}
