using Migrations.Build.Model.Operations;

namespace Migrations.Build.Model.Schemas;

/// <summary>An object of a schema that is found by its name.</summary>
public interface INamed
{
    /// <summary>The object's name.</summary>
    TableName Name { get; }
}
