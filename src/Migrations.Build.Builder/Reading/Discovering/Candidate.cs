using Migrations.Build.Model;
using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Histories;
using Migrations.Build.Model.Rules;

namespace Migrations.Build.Builder.Reading.Discovering;

/// <summary>A class that runs, with what its attributes say; its scripts are still to be read.</summary>
internal sealed record Candidate(Type Type, Migration Migration)
{
    /// <summary>A finding about it, at a place or, without one, at the class.</summary>
    public Finding Find(Rule rule, Place? place, Items<string> values) => new(rule.Id, values)
    {
        Version = Migration.Version,
        Class = Migration.Class,
        Place = place ?? Migration.Place,
    };
}
