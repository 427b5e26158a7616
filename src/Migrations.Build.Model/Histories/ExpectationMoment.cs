namespace Migrations.Build.Model.Histories;

/// <summary>When an expected outcome must hold.</summary>
public enum ExpectationMoment
{
    /// <summary>After the migration was applied.</summary>
    After,

    /// <summary>Before the migration is applied.</summary>
    Before,

    /// <summary>After the migration was rolled back.</summary>
    AfterRollback,
}
