namespace Migrations.Build.CodeFixes.Writing;

/// <summary>FluentMigrator has no call for an operation, or none that is known here.</summary>
internal sealed class UnwritableException(string what) : Exception(what);
