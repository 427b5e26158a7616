namespace Migrations.Build.Builder.Reading.Extracting;

/// <summary>Words what user code threw, in one line and without a full stop.</summary>
internal static class ThrownText
{
    /// <summary>The kind of the exception and its message; of a failed static constructor, its cause.</summary>
    public static string Of(Exception thrown)
    {
        var cause = thrown is TypeInitializationException { InnerException: { } inner } ? inner : thrown;
        var message = string.Join(' ', cause.Message.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        return cause.GetType().Name + ", " + message.TrimEnd('.');
    }
}
