using Migrations.Build.Builder.Building;

namespace Migrations.Build.Builder.Tests.Building;

public sealed class TodayTests
{
    [Theory]
    [InlineData("1700000000", "2023-11-14")]
    [InlineData("0", "1970-01-01")]
    public void A_reproducible_build_has_its_own_day(string epoch, string day) =>
        Assert.Equal(day, Today.Of(epoch, TimeProvider.System).ToString("yyyy-MM-dd"));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("yesterday")]
    [InlineData("-5")]
    [InlineData("99999999999999")]
    public void Otherwise_it_is_the_day_in_UTC(string? epoch) =>
        Assert.Equal(DateTime.UtcNow.Date, Today.Of(epoch, TimeProvider.System));
}
