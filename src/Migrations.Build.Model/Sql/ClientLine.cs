namespace Migrations.Build.Model.Sql;

/// <summary>A line of SQL text that is for a client: its text, the client, and what to write instead.</summary>
internal sealed record ClientLine(string Text, string Client, string Remedy);
