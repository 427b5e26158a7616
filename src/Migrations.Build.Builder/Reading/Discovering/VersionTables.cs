using System.Reflection;
using FluentMigrator.Runner.VersionTableInfo;
using Migrations.Build.Builder.Reading.Extracting;
using Migrations.Build.Builder.Reading.Loading;
using Migrations.Build.Bundle.Parts;
using Migrations.Build.Model;
using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Rules.Toolchain;

namespace Migrations.Build.Builder.Reading.Discovering;

/// <summary>Reads the class that describes the table of the applied versions, which FluentMigrator's runner finds by its attribute.</summary>
internal static class VersionTables
{
    /// <summary>The table, null where no class describes one; and what is wrong with the class.</summary>
    public static (VersionTable? Table, Finding? Finding) In(LoadedAssembly assembly)
    {
        var type = assembly.Types.Where(t => t is { IsAbstract: false, IsPublic: true } or { IsAbstract: false, IsNestedPublic: true } && typeof(IVersionTableMetaData).IsAssignableFrom(t))
            .FirstOrDefault(t => t.IsDefined(typeof(VersionTableMetaDataAttribute), inherit: false));
        if (type is null)
        {
            return (null, null);
        }

        try
        {
            var described = (IVersionTableMetaData)Activator.CreateInstance(type)!;
            var table = new VersionTable(described.TableName)
            {
                Schema = string.IsNullOrEmpty(described.SchemaName) ? null : described.SchemaName,
                VersionColumn = described.ColumnName,
                AppliedOnColumn = described.AppliedOnColumnName,
                DescriptionColumn = described.DescriptionColumnName,
                UniqueIndex = described.UniqueIndexName,
                HasPrimaryKey = described.CreateWithPrimaryKey,
            };
            return (table == VersionTable.Default ? null : table, null);
        }
        catch (Exception e)
        {
            var thrown = e is TargetInvocationException { InnerException: { } inner } ? inner : e;
            return (null, new(VersionTableUnreadable.Rule.Id, Items.Of(type.Name, ThrownText.Of(thrown))) { Class = type.Name, Place = assembly.Symbols.Find(type) });
        }
    }
}
