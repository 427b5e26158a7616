namespace Migrations.Build.Model;

/// <summary>An <see cref="Items{T}"/> whose element type is known at run time only.</summary>
internal interface IItems
{
    /// <summary>An array of the element type.</summary>
    Array NewArray(int length);

    /// <summary>The list of the elements of such an array.</summary>
    IItems With(Array items);
}
