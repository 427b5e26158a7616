namespace Migrations.Build.Runner.Databases;

/// <summary>Why a database refused.</summary>
internal enum Refused
{
    /// <summary>The statement failed.</summary>
    Statement,

    /// <summary>Another program held the database for too long.</summary>
    Busy,

    /// <summary>The statement took longer than it may.</summary>
    TimedOut,

    /// <summary>The statement ended the transaction in which its migration ran.</summary>
    TransactionEnded,

    /// <summary>What was said of it makes no sense for a deployment.</summary>
    Senseless,

    /// <summary>It cannot be opened, or not be written.</summary>
    Unreachable,
}
