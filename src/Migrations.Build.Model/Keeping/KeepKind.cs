namespace Migrations.Build.Model.Keeping;

/// <summary>What of a table is kept.</summary>
public enum KeepKind
{
    /// <summary>Values of some columns; the rows themselves stay.</summary>
    Values,

    /// <summary>Whole rows, which go.</summary>
    Rows,
}
