namespace Migrations.Build.Runner.Databases;

/// <summary>What a database is opened for.</summary>
internal enum Access
{
    /// <summary>Nothing is written, and nothing is made.</summary>
    Read,

    /// <summary>It may be written, and is not made when it does not exist.</summary>
    Change,

    /// <summary>It may be written, and is made when it does not exist.</summary>
    Make,
}
