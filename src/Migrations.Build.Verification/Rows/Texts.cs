using System.Globalization;
using System.Text;

namespace Migrations.Build.Verification.Rows;

/// <summary>Makes texts that are all different, of every length that fits, with what trips careless code among them: quotes, spaces, letters beyond ASCII.</summary>
internal static class Texts
{
    private const int Unlimited = 400;
    private const int Longest = 4000;

    /// <summary>A stated length beyond this, such as <c>AsString(int.MaxValue)</c>, means that any length fits.</summary>
    public const int Largest = 8_000;

    private const string Signs = "0123456789abcdefghijklmnopqrstuvwxyz";
    private static readonly string[] Plain = ["ash", "birch", "cedar", "elm", "fir", "hazel", "larch", "maple", "oak", "pine", "rowan", "willow"];
    private static readonly string[] Beyond = ["Größe", "naïve", "été", "Ærø", "żółw", "日本", "İzmir"];

    /// <summary>The text number <paramref name="n"/>; <paramref name="wide"/> allows letters beyond ASCII.</summary>
    public static string Make(long n, int? size, bool wide, bool tame, string? column = null)
    {
        var mark = Mark(n);
        var room = Room(size);
        if (room <= mark.Length + 1)
        {
            return Short(n, room);
        }

        var text = Named(column, mark, room) ?? (mark + " " + Word(n, wide && !tame));
        text = text.Length > room ? text[..room] : text;
        return !tame && n % 5 == 1 ? Filled(text, room) : text;
    }

    /// <summary>How long a value may be: as long as its column takes, where that is not out of all proportion.</summary>
    public static int Room(int? size) => size <= Longest ? size.Value : Unlimited;

    /// <summary>A text of exactly the given length.</summary>
    public static string Fixed(long n, int size) => size <= Mark(n).Length ? Short(n, size) : Filled(Mark(n), size);

    // The number stands in front, so that a text cut short is still unlike the others.
    private static string Mark(long n) => "v" + n.ToString(CultureInfo.InvariantCulture);

    private static string Word(long n, bool wide) => wide switch
    {
        true when n % 7 == 3 => Beyond[n % Beyond.Length],
        true when n % 7 == 5 => "O'Neil \"ok\"",
        _ => Plain[n % Plain.Length],
    };

    // Migrations split names, check addresses and parse links.
    private static string? Named(string? column, string mark, int room)
    {
        bool Says(string word) => column?.Contains(word, StringComparison.OrdinalIgnoreCase) == true;
        var text = Says("mail") ? mark + "@example.com" : Says("url") || Says("link") ? "https://example.com/" + mark : null;
        return text?.Length <= room ? text : null;
    }

    private static string Filled(string text, int room)
    {
        var filled = new StringBuilder(text, room);
        for (var i = 0; filled.Length < room; i++)
        {
            filled.Append(Signs[10 + (i % 26)]);
        }

        return filled.ToString();
    }

    // Few signs: count in the largest base there is, the last digit in front.
    private static string Short(long n, int size)
    {
        var text = new StringBuilder();
        for (var rest = n; text.Length < size; rest /= Signs.Length)
        {
            text.Append(Signs[(int)(rest % Signs.Length)]);
        }

        return text.ToString();
    }
}
