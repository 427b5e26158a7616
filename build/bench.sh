#!/usr/bin/env bash
# Prints the figures that the project promises, each as a ratio to a baseline of the same run. About twenty minutes on two quiet cores.
# A part only: bash build/bench.sh --only rows (or build, apply, verification, rebuild, keep; several are fine)
set -e
cd "$(dirname "$0")/.."
exec dotnet run --project tests/Migrations.Build.Benchmarks -c Release -- "$PWD" "$@"
