using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Migrations.Build.CodeFixes;

/// <summary>The attribute that gives a migration its version.</summary>
internal static class MigrationAttribute
{
    /// <summary>The one of FluentMigrator itself on a class; null where there is none, or another that derives from it.</summary>
    public static AttributeSyntax? Of(ClassDeclarationSyntax? declaration) => declaration?.AttributeLists.SelectMany(l => l.Attributes)
        .FirstOrDefault(a => Name(a.Name) is "Migration" or "MigrationAttribute" or "TimestampedMigration" or "TimestampedMigrationAttribute");

    /// <summary>A name without what stands before it.</summary>
    public static string Name(NameSyntax name) => name switch
    {
        QualifiedNameSyntax qualified => qualified.Right.Identifier.Text,
        AliasQualifiedNameSyntax alias => alias.Name.Identifier.Text,
        SimpleNameSyntax simple => simple.Identifier.Text,
        _ => "",
    };
}
