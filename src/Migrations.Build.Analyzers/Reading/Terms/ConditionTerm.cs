using Migrations.Build.Analyzers.Reading.Drafts;

namespace Migrations.Build.Analyzers.Reading.Terms;

/// <summary>A truth value that the schema decides: what <c>Schema.*.Exists()</c> answers, and what is made of it.</summary>
internal sealed class ConditionTerm(SchemaCondition condition) : Term
{
    public SchemaCondition Condition { get; } = condition;

    public override string Why => "the schema decides it";
}
