using CsCheck;

namespace Migrations.Build.Model.Tests.Generating;

/// <summary>
/// Tries a law on many made-up cases. Case n is the same on every machine and in every run, so that a failure comes back;
/// it is told with the fewest decisions that still make it fail.
/// </summary>
public static class Law
{
    public const int Cases = 10_000;

    public static void Holds<T>(Func<Choices, T> make, Action<T> law, int cases = Cases, int decisions = 120)
    {
        var gen = Gen.Int[0, 1 << 20].Array[0, decisions];
        for (var i = 0; i < cases; i++)
        {
            var numbers = gen.Generate(new PCG(1, (ulong)i), null, out _);
            if (Failure(make, law, numbers) is { } failure)
            {
                var fewest = Shrunk(make, law, numbers);
                Assert.Fail($"Case {i} fails: {Failure(make, law, fewest) ?? failure}\nof: {Describe(make(new Choices(fewest)))}");
            }
        }
    }

    private static string Describe<T>(T made) => made is System.Collections.IEnumerable list and not string ? string.Join("\n  ", list.Cast<object>()) : made + "";

    private static Exception? Failure<T>(Func<Choices, T> make, Action<T> law, int[] numbers)
    {
        try
        {
            law(make(new Choices(numbers)));
            return null;
        }
        catch (Exception e)
        {
            return e;
        }
    }

    private static int[] Shrunk<T>(Func<Choices, T> make, Action<T> law, int[] numbers)
    {
        for (var size = numbers.Length / 2; size > 0; size /= 2)
        {
            for (var at = 0; at + size <= numbers.Length; at += size)
            {
                int[] fewer = [.. numbers[..at], .. numbers[(at + size)..]];
                if (Failure(make, law, fewer) is not null)
                {
                    (numbers, at) = (fewer, at - size);
                }
            }
        }

        return numbers;
    }
}
