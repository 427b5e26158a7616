using Migrations.Build.Bundle.Reading;
using Migrations.Build.Bundle.Writing;

namespace Migrations.Build.Bundle.Tests.Reading;

/// <summary>Ten thousand bundles that were changed after they were built.</summary>
public sealed class MutationTests
{
    private static readonly byte[] Good = BundleWriter.Bytes(BundleWriter.Create(Sample.Source()));
    private static readonly string Identity = BundleReader.Read(Good).Digest;

    [Fact]
    public void No_changed_file_gets_past_the_reader()
    {
        var random = new Random(20260801);
        for (var i = 0; i < 10_000; i++)
        {
            var mutant = Mutate(random);
            if (!mutant.AsSpan().SequenceEqual(Good))
            {
                Assert.Throws<DamagedBundleException>(() => BundleReader.Read(mutant));
            }
        }
    }

    [Fact]
    public void No_flipped_bit_gets_past_the_reader()
    {
        // One bit of every byte; over the file each of the eight takes its turn.
        for (var at = 0; at < Good.Length; at++)
        {
            var mutant = (byte[])Good.Clone();
            mutant[at] ^= (byte)(1 << (at % 8));
            Assert.Throws<DamagedBundleException>(() => BundleReader.Read(mutant));
        }
    }

    [Fact]
    public void Who_seals_a_change_anew_changes_no_content()
    {
        var random = new Random(20260802);
        for (var i = 0; i < 10_000; i++)
        {
            var mutant = Forgery.Reseal(Mutate(random));
            try
            {
                // Other packed bytes may unpack to the same part; then it is the same bundle.
                var bundle = BundleReader.Read(mutant);
                Assert.Equal(Identity, bundle.Digest);
                Assert.Equal(Good, BundleWriter.Bytes(bundle));
            }
            catch (DamagedBundleException)
            {
            }
        }
    }

    [Fact]
    public void A_file_cut_off_anywhere_is_damaged()
    {
        for (var length = 0; length < Good.Length; length++)
        {
            Assert.Throws<DamagedBundleException>(() => BundleReader.Read(Good[..length]));
        }
    }

    private static byte[] Mutate(Random random)
    {
        var (a, b) = (random.Next(Good.Length), random.Next(1, 40));
        var mutant = (byte[])Good.Clone();
        switch (random.Next(7))
        {
            case 0:
                mutant[a] ^= (byte)(1 << random.Next(8));
                return mutant;
            case 1:
                random.NextBytes(mutant.AsSpan(a, Math.Min(b, Good.Length - a)));
                return mutant;
            case 2:
                return Good[..a];
            case 3:
                return [.. Good[..a], .. Good[random.Next(Good.Length)..], .. Good[a..]];
            case 4:
                return [.. Good[..a], .. Good[Math.Min(a + b, Good.Length)..]];
            case 5:
                // The directory and the end are the last fifth of the file: there the zip itself is forged.
                mutant[random.Next(Good.Length * 4 / 5, Good.Length)] = (byte)random.Next(256);
                return mutant;
            default:
                var from = random.Next(Good.Length);
                var count = Math.Min(b, Good.Length - Math.Max(a, from));
                Array.Copy(Good, from, mutant, a, count);
                return mutant;
        }
    }
}
