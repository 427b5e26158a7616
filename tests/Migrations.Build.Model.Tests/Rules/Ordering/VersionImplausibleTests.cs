using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Rules.Ordering;

namespace Migrations.Build.Model.Tests.Rules.Ordering;

public class VersionImplausibleTests
{
    private static readonly long[] Usual = [20260101090000, 20260102090000, 20260103090000];

    [Fact]
    public void A_day_without_a_time_among_times_is_found() => Assert.Equal(
        "Version '20260104' of migration 'M20260104' has 8 digits, and the others have 14. Versions are the order in which migrations run, so it runs at another place than where its author meant it. "
        + "Give it a version in the form of the others, of the day on which it was written.",
        FindingText.Of(Assert.Single(Found([.. Usual, 20260104]))));

    [Theory]
    [InlineData(202601040900000, "has 15 digits, and the others have 14")]
    [InlineData(4, "has 1 digits, and the others have 14")]
    [InlineData(20261304090000, "is no date, and the others are")]
    [InlineData(20260502000001, null)]
    [InlineData(20260503000000, "lies in the future")]
    [InlineData(20270104090000, "lies in the future")]
    [InlineData(20260104090000, null)]
    [InlineData(20250104090000, null)]
    public void A_version_is_compared_with_the_others_and_with_today(long version, string? problem) =>
        Assert.Equal(problem is null ? [] : [problem], Found([.. Usual, version]).Select(f => f.Values[2]));

    [Fact]
    public void Plain_numbers_are_no_dates() => Assert.Empty(Found(8, 9, 10, 99, 100, 1000));

    [Fact]
    public void Too_few_others_set_no_form() => Assert.Empty(Found(20260101090000, 20260102090000, 20260103));

    [Fact]
    public void Two_forms_that_are_about_as_common_are_both_usual() => Assert.Empty(Found([.. Usual, 20260104, 20260105, 20260106]));

    [Fact]
    public void A_released_version_is_as_it_is() => Assert.Empty(A.History([.. Usual.Append(20260104).Select(v => A.Migration(v))]).Released([.. Usual, 20260104]).Found(VersionImplausible.Rule));

    [Fact]
    public void Released_versions_set_the_form() => Assert.Single(A.History([.. Usual.Append(20260104).Select(v => A.Migration(v))]).Released(Usual).Found(VersionImplausible.Rule));

    [Fact]
    public void Without_a_day_nothing_lies_in_the_future() =>
        Assert.Empty(A.History([.. Usual.Append(20270104090000).Select(v => A.Migration(v))]).Today(1, 1, 1).Found(VersionImplausible.Rule));

    private static Finding[] Found(params long[] versions) => A.History([.. versions.Select(v => A.Migration(v))]).Found(VersionImplausible.Rule);
}
