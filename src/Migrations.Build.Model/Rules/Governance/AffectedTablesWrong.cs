using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Folding;
using Migrations.Build.Model.Histories;
using Migrations.Build.Model.Operations;
using Migrations.Build.Model.Schemas;
using Migrations.Build.Model.Sql;
using Migrations.Build.Model.Sql.Effects;

namespace Migrations.Build.Model.Rules.Governance;

/// <summary>What a migration declares with <c>[Touches]</c> cannot be right.</summary>
public static class AffectedTablesWrong
{
    /// <summary>The rule: the class, what it declares, and the name that was probably meant; without one, nothing needs the declaration.</summary>
    public static Rule Rule { get; } = new("MIG1202", nameof(AffectedTablesWrong))
    {
        Title = "What a migration declares to touch cannot be right",
        Message = "Migration '{0}' declares that it touches '{1}', {?2which is not there. Did you mean '{2}'? "
            + "The rules look for the effect of its opaque steps in the wrong place. "
            + "Correct the name.}"
            + "{!2and every step of it can be read without that. "
            + "Rules trust these objects less than they could. "
            + "Leave '[Touches]' out.}",
        Severity = Severity.Warning,
        Check = Check,
    };

    private static IEnumerable<Finding> Check(Pass pass)
    {
        var touches = pass.Migration.Touches;
        if (touches.Count == 0)
        {
            return [];
        }

        return pass.Migration.Scripts.Any(s => s.Up.Concat(s.Down).Any(IsOpaque))
            ? from declared in touches
              let meant = Meant(declared, pass)
              where meant is not null
              select pass.Find(Rule.Id, pass.Migration.Place, pass.Migration.Class, declared, meant)
            : [pass.Find(Rule.Id, pass.Migration.Place, pass.Migration.Class, string.Join("', '", touches), "")];

        bool IsOpaque(Step step) => step.Operation switch
        {
            RawSql sql => SqlEffects.Read(sql.Text, pass.Target.Kind).Any(e => e is UnknownEffect or AltersTable or DoesOther),
            CodeStep or Opaque => true,
            _ => false,
        };
    }

    // A name that is unknown may be that of something the step makes, unless there is one that differs by a letter and nobody uses the declared one.
    private static string? Meant(string declared, Pass pass)
    {
        var parts = declared.Split('.');
        var tables = pass.Before.Tables.Concat(pass.UpChanges<CreateTable>().Select(c => c.Change.After.Tables.Find(c.Operation.Table)).OfType<Table>()).ToItems();
        if (tables.FirstOrDefault(t => pass.Dialect.Names.Equals(t.Name.Name, parts[0])) is { } table)
        {
            return parts.Length == 2 && !table.Touched && !Columns(pass, table).Contains(parts[1], pass.Dialect.Names) && NearestName.Of(parts[1], Columns(pass, table)) is { } column
                ? parts[0] + "." + column
                : null;
        }

        return parts.Length > 2 || tables.Any(t => t.Name.Schema is not null) || IsUsed(parts[0], pass) || NearestName.Of(parts[0], tables.Select(t => t.Name.Name)) is not { } nearest
            ? null
            : string.Join(".", new[] { nearest }.Concat(parts.Skip(1)));
    }

    private static IEnumerable<string> Columns(Pass pass, Table table) => table.Columns.Select(c => c.Name)
        .Concat(pass.UpChanges<AddColumn>().Where(a => pass.Dialect.Same(a.Operation.Table, table.Name)).Select(a => a.Operation.Column.Name));

    private static bool IsUsed(string name, Pass pass) => pass.History.Migrations
        .SelectMany(m => m.For(pass.Target.Kind) is { } script ? script.Up.Concat(script.Down) : [])
        .Any(s => Touched.Tables(s.Operation, pass.Target.Kind).Any(t => pass.Dialect.Names.Equals(t.Name, name)));
}
