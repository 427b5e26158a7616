namespace Migrations.Build.Model.Histories;

/// <summary>Whether a migration runs in a transaction.</summary>
public enum TransactionMode
{
    /// <summary>In one of its own.</summary>
    Own,

    /// <summary>In none.</summary>
    None,
}
