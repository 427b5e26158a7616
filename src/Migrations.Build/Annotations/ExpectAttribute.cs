using System;

namespace Migrations.Build;

/// <summary>An expected outcome: a query whose single value must hold; checked by build verification and by every run.</summary>
/// <param name="name">A short name, unique within the migration.</param>
/// <param name="query">A query that returns one value.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class ExpectAttribute(string name, string query) : Attribute
{
    /// <summary>A short name, unique within the migration.</summary>
    public string Name { get; } = name;

    /// <summary>The query that returns one value.</summary>
    public string Query { get; } = query;

    /// <summary>The value that the query must return; compared as invariant text.</summary>
    public object? Is { get; set; }

    /// <summary>When the value must hold; after the migration unless said otherwise.</summary>
    public ExpectWhen When { get; set; }

    /// <summary>The database the query is for (<c>sqlite</c>, <c>postgres</c>, <c>mysql</c>, <c>mariadb</c>, <c>sqlserver</c>); every database when null.</summary>
    public string? Database { get; set; }
}
