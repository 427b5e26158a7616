namespace Migrations.Build.Model.Databases;

/// <summary>How SQLite rewrites a value that is put into a column (https://sqlite.org/datatype3.html#type_affinity).</summary>
internal enum Affinity
{
    /// <summary>Whether it rewrites any depends on the table: <c>ANY</c> does so where the table is not STRICT.</summary>
    Unknown,

    /// <summary>It stays as it is.</summary>
    None,

    /// <summary>Numbers become texts.</summary>
    Text,

    /// <summary>Texts that look like numbers become numbers, and such without fractions whole ones; <c>INTEGER</c> does the same.</summary>
    Numeric,

    /// <summary>As <see cref="Numeric"/>, and whole numbers become floating ones.</summary>
    Real,
}
