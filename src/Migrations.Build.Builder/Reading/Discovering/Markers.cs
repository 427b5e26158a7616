using System.Reflection;
using FluentMigrator;
using Migrations.Build.Model.Histories;

namespace Migrations.Build.Builder.Reading.Discovering;

/// <summary>The attributes that make a class run. They are made, not just read: a derived one computes its version.</summary>
internal sealed record Markers(MigrationAttribute? Migration, ProfileAttribute? Profile, MaintenanceAttribute? Maintenance)
{
    /// <summary>Whether there is any.</summary>
    public bool Any => Migration is not null || Profile is not null || Maintenance is not null;

    /// <summary>When the class runs. A profile that is also a migration runs always, as a profile.</summary>
    public MigrationKind Kind => this switch
    {
        { Profile: not null } => MigrationKind.Profile,
        { Maintenance: not null } => MigrationKind.Maintenance,
        _ => MigrationKind.Versioned,
    };

    /// <summary>The profile or stage that runs it.</summary>
    public string? Occasion => Profile?.ProfileName ?? Maintenance?.Stage.ToString();

    /// <summary>Whether it runs in a transaction.</summary>
    public TransactionBehavior Transaction => Migration?.TransactionBehavior ?? Maintenance?.TransactionBehavior ?? TransactionBehavior.Default;

    /// <summary>Reads the attributes of a class itself, for they are not inherited; what one of them throws (a month 13, say), else null.</summary>
    public static Exception? Problem(Type type, out Markers markers)
    {
        markers = new(null, null, null);
        try
        {
            markers = new(One<MigrationAttribute>(type), One<ProfileAttribute>(type), One<MaintenanceAttribute>(type));
            return null;
        }
        catch (Exception e) when (e is not (IOException or TypeLoadException or BadImageFormatException))
        {
            return e is TargetInvocationException { InnerException: { } inner } ? inner : e;
        }
    }

    private static T? One<T>(Type type)
        where T : Attribute => type.GetCustomAttributes<T>(inherit: false).FirstOrDefault();
}
