namespace Migrations.Build.Model.Operations;

/// <summary>One change that a migration makes, with every name resolved.</summary>
public abstract record Operation;
