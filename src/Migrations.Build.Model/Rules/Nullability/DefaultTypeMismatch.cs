using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Folding;
using Migrations.Build.Model.Operations;
using Migrations.Build.Model.Schemas;

namespace Migrations.Build.Model.Rules.Nullability;

/// <summary>A default is no value of its column's type.</summary>
public static class DefaultTypeMismatch
{
    /// <summary>The rule: the column, the default, the type, and what does not fit.</summary>
    public static Rule Rule { get; } = new("MIG0314", nameof(DefaultTypeMismatch))
    {
        Title = "A default is no value of its column's type",
        Message = "Column '{0}' of type '{2}' has the default '{1}': {3}. "
            + "The statement fails, or every row that relies on the default does, or holds what its readers do not expect. "
            + "Write a default of the column's type.",
        Severity = Severity.Error,
        Check = Check,
    };

    private static IEnumerable<Finding> Check(Pass pass) =>
        from changed in pass.UpSteps<Operation>()
        from given in Given(changed.Step, changed.Operation, pass)
        let misfit = Misfit.Of(given.Default, given.Type, pass.Target.Kind)
        where misfit is not null
        group (changed.Step, Misfit: misfit) by (Name: Words.Of(given.Table, given.Name), Text: Words.Of(given.Default), Type: Words.Of(given.Type)) into found
        let first = found.First()
        select pass.Find(Rule.Id, first.Step, found.Key.Name, found.Key.Text, found.Key.Type, first.Misfit.Why) with
        {
            Severity = first.Misfit.Fails ? null : Severity.Warning,
        };

    private static IEnumerable<(TableName Table, string Name, ColumnType Type, Value Default)> Given(TracedStep step, Operation operation, Pass pass) => operation switch
    {
        CreateTable o => o.Columns.Where(c => c.Default is not null).Select(c => (o.Table, c.Name, c.Type, c.Default!)),
        AddColumn { Column.Default: { } value } o => [(o.Table, o.Column.Name, o.Column.Type, value)],
        AlterColumn { Column.Default: { } value } o => [(o.Table, o.Column.Name, o.Column.Type, value)],
        SetDefault o => step.Before.Tables.Find(o.Table)?.FindColumn(o.Column, pass.Dialect) is { } column ? [(o.Table, o.Column, column.Type, o.Default)] : [],
        _ => [],
    };
}
