namespace Migrations.Build.Model.Operations;

/// <summary>Where the text of a raw statement came from.</summary>
public enum SqlSource
{
    /// <summary>A string in the migration.</summary>
    Statement,

    /// <summary>A script file on disk.</summary>
    Script,

    /// <summary>A resource embedded in the assembly.</summary>
    Embedded,
}
