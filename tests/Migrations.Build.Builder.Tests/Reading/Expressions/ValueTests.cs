using System.Globalization;
using FluentMigrator;
using Migrations.Build.Builder.Reading.Expressions;
using Migrations.Build.Builder.Rendering.Expressions;
using Migrations.Build.Model.Operations;
using Raw = FluentMigrator.RawSql;

namespace Migrations.Build.Builder.Tests.Reading.Expressions;

public sealed class ValueTests
{
    private static readonly DateTime Moment = new DateTime(2024, 2, 29, 12, 34, 56, DateTimeKind.Utc).AddTicks(1234567);

    public static TheoryData<object?, ValueKind, string?> Constants => new()
    {
        { null, ValueKind.Null, null },
        { DBNull.Value, ValueKind.Null, null },
        { "te'xt", ValueKind.Text, "te'xt" },
        { 'c', ValueKind.Text, "c" },
        { DayOfWeek.Monday, ValueKind.Text, "Monday" },
        { true, ValueKind.Boolean, "true" },
        { (sbyte)-1, ValueKind.Integer, "-1" },
        { (byte)1, ValueKind.Integer, "1" },
        { (short)-2, ValueKind.Integer, "-2" },
        { (ushort)2, ValueKind.Integer, "2" },
        { -3, ValueKind.Integer, "-3" },
        { 3u, ValueKind.Integer, "3" },
        { long.MinValue, ValueKind.Integer, "-9223372036854775808" },
        { ulong.MaxValue, ValueKind.Integer, "18446744073709551615" },
        { 1.500m, ValueKind.Decimal, "1.500" },
        { 79228162514264337593543950335m, ValueKind.Decimal, "79228162514264337593543950335" },
        { 0.1f, ValueKind.Single, "0.1" },
        { 0.1d, ValueKind.Double, "0.1" },
        { double.Epsilon, ValueKind.Double, "5E-324" },
        { Moment, ValueKind.DateTime, "2024-02-29T12:34:56.1234567" },
        { new DateTimeOffset(DateTime.SpecifyKind(Moment, DateTimeKind.Unspecified), TimeSpan.FromHours(-3.5)), ValueKind.DateTimeOffset, "2024-02-29T12:34:56.1234567-03:30" },
        { new DateOnly(2024, 2, 29), ValueKind.Date, "2024-02-29" },
        { new TimeOnly(1, 2, 3), ValueKind.Time, "01:02:03" },
        { new TimeSpan(-1, 2, 3, 4, 5), ValueKind.Time, "-21:56:55.9950000" },
        { Guid.Parse("0F8FAD5B-D9CB-469F-A165-70867728950E"), ValueKind.Guid, "0f8fad5b-d9cb-469f-a165-70867728950e" },
        { new byte[] { 0, 255 }, ValueKind.Binary, "00ff" },
        { new NonUnicodeString("a"), ValueKind.AnsiText, "a" },
        { Raw.Insert("now()"), ValueKind.Sql, "now()" },
        { SystemMethods.NewGuid, ValueKind.System, "NewGuid" },
    };

    [Theory]
    [MemberData(nameof(Constants))]
    public void A_constant_is_read_and_comes_back_the_same(object? constant, ValueKind kind, string? text)
    {
        var culture = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = new CultureInfo("de-DE");
        try
        {
            var read = ValueReader.Read(constant);

            Assert.Equal(new Value(kind, text), read);
            Assert.Equal(read, ValueReader.Read(ValueWriter.Write(read)));
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    [Fact]
    public void Any_other_object_is_the_SQL_that_its_text_says() => Assert.Equal(Value.Sql("1.2") with { Origin = ValueOrigin.Object }, ValueReader.Read(new Version(1, 2)));
}
