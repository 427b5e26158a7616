using Migrations.Build.Cli.Commands;

return await CommandLine.RunAsync(args).ConfigureAwait(false);
