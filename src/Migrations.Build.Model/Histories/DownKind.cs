namespace Migrations.Build.Model.Histories;

/// <summary>What kind of Down a migration has.</summary>
public enum DownKind
{
    /// <summary>Steps written by hand.</summary>
    Written,

    /// <summary>Steps that FluentMigrator derives from Up.</summary>
    Reversed,

    /// <summary>No steps at all.</summary>
    Empty,

    /// <summary>It throws.</summary>
    Throws,

    /// <summary>It cannot be read.</summary>
    Unreadable,

    /// <summary>It is declared to be forward only by its base class.</summary>
    ForwardOnly,

    /// <summary>FluentMigrator cannot derive it from Up, and would say so only while rolling back.</summary>
    Irreversible,

    /// <summary>Steps that were inferred from Up and the history, because there was no usable Down.</summary>
    Inferred,
}
