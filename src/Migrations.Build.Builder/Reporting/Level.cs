namespace Migrations.Build.Builder.Reporting;

/// <summary>How a finding is shown, once the user's own settings were heard.</summary>
internal enum Level
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>As a note.</summary>
    Info,

    /// <summary>As a warning.</summary>
    Warning,

    /// <summary>As an error: there is no bundle.</summary>
    Error,
}
