namespace Migrations.Build.Model.Keeping;

/// <summary>Keeps that go back at the same moment: one, or those of tables that refer to one another in a circle.</summary>
/// <param name="Keeps">Their indexes, in the order in which they go back.</param>
/// <param name="Behind">The indexes of the turns that come before.</param>
internal sealed record Turn(IReadOnlyList<int> Keeps, IReadOnlyList<int> Behind);
