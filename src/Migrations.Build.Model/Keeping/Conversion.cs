using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Operations;
using Migrations.Build.Model.Rules.DataLoss;

namespace Migrations.Build.Model.Keeping;

/// <summary>Tells whether a change of type may change values so that changing it back does not bring them back.</summary>
internal static class Conversion
{
    public static bool Changes(ColumnType from, ColumnType to, Dialect dialect) =>
        from != to && (from.Kind == TypeKind.Custom || to.Kind == TypeKind.Custom || Narrowing.Loss(from, to, dialect) is not null || Differ(from, to, dialect));

    // SQLite rewrites texts that look like numbers in every column that is not one of texts.
    // It writes other numbers than it reads where a column of numbers becomes one of texts or of floating points.
    private static bool Differ(ColumnType from, ColumnType to, Dialect dialect) =>
        !dialect.EnforcesTypes && ((Narrowing.IsText(from) && !Narrowing.IsText(to)) || (ComesBack(from) && (Narrowing.IsText(to) || (IsFloating(to) && !IsFloating(from)))));

    /// <summary>Whether a value that is equal after the change, if of another kind, also comes back by changing the type back.</summary>
    public static bool ComesBack(ColumnType from) => Numeric.Of(from) is not null;

    private static bool IsFloating(ColumnType type) => type.Kind is TypeKind.Double or TypeKind.Single;
}
