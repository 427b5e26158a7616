using Migrations.Build.Model.Operations;

namespace Migrations.Build.Model.Keeping;

/// <summary>Rows that Up inserts into a table that was there before, and that Down deletes again: no other row is to go with them.</summary>
/// <param name="Place">The table and its columns by the names before Up; a table without a primary key has an empty one.</param>
/// <param name="Inserts">The steps of Up that may insert, with the names of the moment.</param>
/// <param name="Last">The names when Up ends.</param>
/// <param name="Deletes">The steps of Down that delete, with the names of the moment.</param>
public sealed record Insertion(KeptPlace Place, Items<PlaceAt> Inserts, KeptPlace Last, Items<PlaceAt> Deletes);

/// <summary>A place by the names before a step.</summary>
public sealed record PlaceAt(int Step, KeptPlace Place);
