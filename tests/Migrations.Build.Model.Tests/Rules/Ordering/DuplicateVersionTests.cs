using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Rules.Ordering;

namespace Migrations.Build.Model.Tests.Rules.Ordering;

public class DuplicateVersionTests
{
    [Fact]
    public void The_second_of_two_migrations_with_one_version_is_found()
    {
        var found = Assert.Single(A.History(A.Migration(7, A.Create("a")).Named("AddA"), A.Migration(7, A.Create("b")).Named("AddB")).On(A.Everywhere).Found(DuplicateVersion.Rule));

        Assert.Equal("AddB", found.Class);
        Assert.StartsWith("Migrations 'AddA' and 'AddB' have the same version '7'.", FindingText.Of(found), StringComparison.Ordinal);
    }

    [Fact]
    public void Two_versions_are_silent() =>
        Assert.Empty(A.History(A.Migration(7, A.Create("a")), A.Migration(8, A.Create("b"))).Found(DuplicateVersion.Rule));
}
