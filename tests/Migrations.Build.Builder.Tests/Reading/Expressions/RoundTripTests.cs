using CsCheck;
using Migrations.Build.Builder.Features;
using Migrations.Build.Builder.Reading.Expressions;
using Migrations.Build.Builder.Rendering.Expressions;
using Migrations.Build.Builder.Tests.Samples;
using Migrations.Build.Model;
using Migrations.Build.Model.Operations;

namespace Migrations.Build.Builder.Tests.Reading.Expressions;

public sealed class RoundTripTests
{
    [Fact]
    public void What_is_written_is_read_as_it_was() => Any.Operation.Sample(
        operation =>
        {
            var read = ExpressionReader.Read(ExpressionWriter.Write(operation)!);
            Assert.Equal(Items.Of(operation), read);
        },
        seed: "0001abcdEFGH",
        iter: 5_000);

    [Fact]
    public void Every_kind_of_operation_is_among_them()
    {
        var seen = new HashSet<Type>();
        Any.Operation.Sample(o => { lock (seen) { seen.Add(o.GetType()); } }, seed: "0001abcdEFGH", iter: 5_000);
        var all = typeof(Operation).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(Operation)));

        Assert.Equal([nameof(CodeStep), nameof(Opaque)], all.Except(seen).Select(t => t.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_known_feature_comes_back() => Assert.All(FeatureBook.All, known =>
    {
        var written = new Dictionary<string, object>();
        var feature = new Feature(known.Key, FeatureValues.Of(known.Key));
        FeatureBook.Write(Items.Of(feature), written);

        Assert.Equal(Items.Of(feature), FeatureBook.Read(written));
    });
}
