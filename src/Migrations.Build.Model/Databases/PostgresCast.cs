namespace Migrations.Build.Model.Databases;

/// <summary>How PostgreSQL gets from a column's type to another.</summary>
public enum PostgresCast
{
    /// <summary>By itself, as in an assignment.</summary>
    Assignment,

    /// <summary>With <c>USING</c> and a cast.</summary>
    Using,

    /// <summary>With <c>USING</c> and two casts, the first to <c>integer</c>.</summary>
    ThroughInteger,

    /// <summary>By no cast.</summary>
    None,

    /// <summary>It is not known, since one of the types is not.</summary>
    Unknown,
}
