namespace Migrations.Build.Model.Operations;

/// <summary>What a value came from when the migration was read.</summary>
public enum ValueOrigin
{
    /// <summary>The migration's own text, as far as is known.</summary>
    Constant,

    /// <summary>The time of the reading.</summary>
    Clock,

    /// <summary>Chance, such as a new GUID.</summary>
    Chance,

    /// <summary>The environment of the reading: variables, settings, files, the machine.</summary>
    Environment,

    /// <summary>An object of the project, which FluentMigrator writes as SQL by its <c>ToString()</c>.</summary>
    Object,
}
