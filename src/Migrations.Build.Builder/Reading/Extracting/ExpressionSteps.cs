using FluentMigrator.Expressions;
using FluentMigrator.Runner;
using FluentMigrator.Validation;
using Migrations.Build.Builder.Reading.Discovering;
using Migrations.Build.Builder.Reading.Expressions;
using Migrations.Build.Builder.Reading.Loading;
using Migrations.Build.Builder.Reading.Places;
using Migrations.Build.Model;
using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Histories;
using Migrations.Build.Model.Operations;
using Migrations.Build.Model.Rules.Toolchain;

namespace Migrations.Build.Builder.Reading.Extracting;

/// <summary>Makes the steps of a way out of its expressions: conventions first and for all of them, then FluentMigrator's own checks, then ours.</summary>
internal sealed class ExpressionSteps(LoadedAssembly assembly, Services services, string projectFolder)
{
    private readonly DefaultConventionSet _conventions = new(defaultSchemaName: null, workingDirectory: projectFolder);
    private readonly DefaultMigrationExpressionValidator _validator = new(serviceProvider: null);

    /// <summary>The steps, and what is wrong with them. A second reading has no places and is not checked again.</summary>
    public Passage Read(Candidate candidate, Way way, IReadOnlyList<Listing> listings, bool again)
    {
        var steps = new List<Step>(listings.Count);
        var findings = new List<Finding>();
        var named = listings.Select(l => (Listing: l, Problem: Resolve(l.Expression))).ToList();
        foreach (var (listing, problem) in named)
        {
            var place = PlaceOf(listing.Caller);
            if ((problem ?? (again ? null : Refusal(listing.Expression))) is { } wrong)
            {
                findings.Add(candidate.Find(OperationIncomplete.Rule, place, Items.Of($"'{way}'", candidate.Migration.Class, wrong)));
                steps.Add(new(new Opaque($"FluentMigrator refuses {wrong}")) { Place = place });
                continue;
            }

            var operations = Convert(listing.Expression, new() { Code = code => ReadCode(candidate, code, place, findings, services) });
            findings.AddRange(operations.OfType<Opaque>().Where(_ => listing.Expression is ExecuteSqlScriptExpressionBase).Select(missing =>
                candidate.Find(ScriptNotFound.Rule, place, Items.Of($"'{way}'", candidate.Migration.Class, missing.Why))));
            steps.AddRange(operations.Select(o => new Step(o) { Place = place }));
        }

        return new(steps.ToItems()) { Findings = findings.ToItems() };
    }

    // Users write expressions too, and FluentMigrator's own may lack what its checks do not ask for.
    private static Items<Operation> Convert(IMigrationExpression expression, ReadHooks hooks)
    {
        try
        {
            return ExpressionReader.Read(expression, hooks);
        }
        catch (Exception e) when (e is ArgumentException or NullReferenceException or InvalidOperationException or FormatException)
        {
            return Items.Of<Operation>(new Opaque($"'{ExpressionText.Of(expression)}' cannot be read, {ThrownText.Of(e)}"));
        }
    }

    // Folders are written with a backslash by many, and mean the same on every machine.
    private string? Resolve(IMigrationExpression expression)
    {
        try
        {
            if (expression is ExecuteSqlScriptExpression { SqlScript: { } path } script)
            {
                script.SqlScript = path.Replace('\\', Path.DirectorySeparatorChar);
            }

            _ = expression.Apply(_conventions);
            return null;
        }
        catch (Exception e) when (e is ArgumentException or NullReferenceException or InvalidOperationException)
        {
            return $"'{ExpressionText.Of(expression)}' misses a part";
        }
    }

    private string? Refusal(IMigrationExpression expression)
    {
        var messages = _validator.Validate(expression).Select(r => r.ErrorMessage?.TrimEnd('.')).ToList();
        return messages.Count == 0 ? null : $"'{ExpressionText.Of(expression)}': {string.Join("; ", messages)}";
    }

    private static Operation ReadCode(Candidate candidate, PerformDBOperationExpression code, Place? place, List<Finding> findings, Services services)
    {
        var name = CodeSteps.NameOf(code.Operation);
        if (CodeSteps.IsAsyncVoid(code.Operation))
        {
            findings.Add(candidate.Find(CodeNotAwaited.Rule, place, Items.Of(name)));
        }

        if (CodeSteps.State(code.Operation, candidate.Type, services) is not { } state)
        {
            return CodeSteps.Read(code);
        }

        findings.Add(candidate.Find(CodeCapturesState.Rule, place, Items.Of(name, state)));
        return new Opaque($"The code '{name}' needs {state} of the build");
    }

    private Place? PlaceOf(Caller? caller) => caller is null ? null : assembly.Symbols.Find(caller.Method, caller.Offset);
}
