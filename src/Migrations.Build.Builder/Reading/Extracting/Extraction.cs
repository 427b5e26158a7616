using Migrations.Build.Builder.Reading.Discovering;
using Migrations.Build.Model;

namespace Migrations.Build.Builder.Reading.Extracting;

/// <summary>A migration as read for each target database, in the targets' order.</summary>
internal sealed record Extraction(Candidate Candidate, Items<Passage> Ups, Items<Passage> Downs);
