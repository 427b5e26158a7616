using Migrations.Build.Model.Operations;

namespace Migrations.Build.Model.Inverting;

/// <summary>Judges a change of a column's type.</summary>
public static class TypeChange
{
    // Each holds every value of those before it in its row.
    private static readonly TypeKind[][] Growing =
    [
        [TypeKind.Byte, TypeKind.Int16, TypeKind.Int32, TypeKind.Int64],
        [TypeKind.SByte, TypeKind.Int16, TypeKind.Int32, TypeKind.Int64],
        [TypeKind.UInt16, TypeKind.UInt32, TypeKind.UInt64],
        [TypeKind.Single, TypeKind.Double],
        [TypeKind.AnsiString, TypeKind.String],
        [TypeKind.DateTime, TypeKind.DateTime2],
    ];

    /// <summary>Whether the new type surely holds every value of the old one exactly; false too where that is not known.</summary>
    public static bool KeepsValues(ColumnType from, ColumnType to)
    {
        if (from == to)
        {
            return true;
        }

        if (from.Kind == TypeKind.Custom || to.Kind == TypeKind.Custom || !(from.Kind == to.Kind || Array.Exists(Growing, row => Grows(row, from.Kind, to.Kind))))
        {
            return false;
        }

        return from.Kind is TypeKind.Decimal or TypeKind.VarNumeric ? Digits(from, to) : Longer(from.Size, to.Size) && Longer(from.Precision, to.Precision);
    }

    private static bool Grows(TypeKind[] row, TypeKind from, TypeKind to) => Array.IndexOf(row, from) is >= 0 and var at && Array.IndexOf(row, to) >= at;

    // No stated size is the engine's own, which on two engines is a short one: only a stated, larger size is surely larger.
    private static bool Longer(int? from, int? to) => from == to || (from is not null && to is not null && to >= from);

    private static bool Digits(ColumnType from, ColumnType to) =>
        from is { Size: { } size, Precision: { } behind } && to is { Size: { } newSize, Precision: { } newBehind }
        && newBehind >= behind && newSize - newBehind >= size - behind;
}
