using Migrations.Build.Bundle.Parts;
using Migrations.Build.Model;
using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Histories;

namespace Migrations.Build.Bundle.Writing;

/// <summary>Puts a source in the bundle's order, so that the order in which it was collected leaves no trace.</summary>
internal static class SourceOrder
{
    public static BundleSource Of(BundleSource source)
    {
        var migrations = source.History.Migrations;
        if (migrations.Count != source.Rendered.Count)
        {
            throw new ArgumentException(FormattableString.Invariant($"There are {migrations.Count} migrations, and statements for {source.Rendered.Count}."), nameof(source));
        }
        var order = Enumerable.Range(0, migrations.Count)
            .OrderBy(i => migrations[i].Kind)
            .ThenBy(i => migrations[i].Version)
            .ThenBy(i => migrations[i].FullName, StringComparer.Ordinal)
            .ToList();
        return source with
        {
            Targets = source.Targets.OrderBy(t => t.Kind).ToItems(),
            History = new(order.Select(i => migrations[i]).ToItems()),
            Rendered = order.Select(i => source.Rendered[i].OrderBy(r => r.Database).ToItems()).ToItems(),
            Schemas = source.Schemas.OrderBy(s => s.Database).ToItems(),
            Findings = source.Findings.OrderBy(f => f.Version).ThenBy(f => f.Class, StringComparer.Ordinal).ThenBy(f => f.Rule, StringComparer.Ordinal).ThenBy(f => f.Values.ToString(), StringComparer.Ordinal).ToItems(),
            CodeFiles = source.CodeFiles.OrderBy(f => f.Name, StringComparer.Ordinal).ToItems(),
        };
    }
}
