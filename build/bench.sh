#!/usr/bin/env bash
# Prints the figures that the project promises, each as a ratio to a baseline of the same run. About ten minutes on two cores.
set -e
cd "$(dirname "$0")/.."
exec dotnet run --project tests/Migrations.Build.Benchmarks -c Release -- "$PWD" "$@"
