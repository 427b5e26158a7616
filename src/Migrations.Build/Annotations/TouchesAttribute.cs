using System;

namespace Migrations.Build;

/// <summary>Declares what an opaque step (code, unreadable SQL) reads or writes, so that later rules stay certain.</summary>
/// <param name="objects">Tables (<c>orders</c>) or columns (<c>orders.total</c>), with the schema in front where there is one.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class TouchesAttribute(params string[] objects) : Attribute
{
    /// <summary>The tables and columns that the step touches.</summary>
    public string[] Objects { get; } = objects;
}
