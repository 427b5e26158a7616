using System.CommandLine;
using Migrations.Build.Bundle;
using Migrations.Build.Runner;

namespace Migrations.Build.Cli.Commands;

/// <summary>What a verb was asked for: the command line as it was read, the bundle and the database.</summary>
internal sealed record Request(ParseResult Parsed, MigrationBundle? Bundle, RunSettings Settings);
