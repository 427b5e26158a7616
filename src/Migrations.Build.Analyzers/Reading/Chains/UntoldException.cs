namespace Migrations.Build.Analyzers.Reading.Chains;

/// <summary>A part of an operation cannot be told from the source, so the operation cannot either.</summary>
internal sealed class UntoldException(string why) : Exception(why);
