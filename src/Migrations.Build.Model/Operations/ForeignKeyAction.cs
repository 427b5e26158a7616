namespace Migrations.Build.Model.Operations;

/// <summary>What a foreign key does to the rows that refer to a changed row.</summary>
public enum ForeignKeyAction
{
    /// <summary>The change is refused.</summary>
    None,

    /// <summary>The change reaches the rows.</summary>
    Cascade,

    /// <summary>The rows' columns become null.</summary>
    SetNull,

    /// <summary>The rows' columns become their default.</summary>
    SetDefault,
}
