using System.Reflection;

namespace Migrations.Build.Model.Canonical;

/// <summary>A member of a record type: its name in JSON, and where its value goes.</summary>
internal sealed class RecordMember(string name, PropertyInfo property, int parameter, bool isNeeded)
{
    public string Name { get; } = name;

    public PropertyInfo Property { get; } = property;

    /// <summary>The constructor's parameter that takes the value; less than zero when the property itself does.</summary>
    public int Parameter { get; } = parameter;

    public bool IsNeeded { get; } = isNeeded;
}
