using FluentMigrator;
using FluentMigrator.Expressions;
using FluentMigrator.Infrastructure;
using FluentMigrator.Runner;
using FluentMigrator.Runner.Conventions;
using Migrations.Build.Builder.Reading.Expressions;
using Migrations.Build.Model.Operations;

namespace Migrations.Build.Builder.Tests.Samples;

/// <summary>A migration that is written in a test: what FluentMigrator records of it, and what is read from that.</summary>
internal sealed class Written(Action<Written> up) : Migration
{
    public static List<IMigrationExpression> Expressions(Action<Written> up)
    {
        var context = new MigrationContext(null!, null!, null!);
        new Written(up).GetUpExpressions(context);
        var conventions = new DefaultConventionSet(null, null);
        return [.. context.Expressions.Select(e => e.Apply(conventions))];
    }

    public static List<Operation> Operations(Action<Written> up) => [.. Expressions(up).SelectMany(e => ExpressionReader.Read(e))];

    public override void Up() => up(this);

    public override void Down()
    {
    }
}
