#!/usr/bin/env bash
# Lets made-up histories happen on SQLite and compares what was claimed of them with what happened: bash build/oracle.sh [how many, 100,000] [first seed]
# MIGRATIONS_ORACLE_FEATURES=all takes in what is known not to hold yet. The log is artifacts/oracle.log.
set -u
cd "$(dirname "$0")/.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
count=${1:-100000}
seed=${2:-$((RANDOM * 32768 + RANDOM + 1))}
project=tests/Migrations.Build.Oracle.Tests
mkdir -p artifacts
export MIGRATIONS_ORACLE_LOG=$PWD/artifacts/oracle.log
: > "$MIGRATIONS_ORACLE_LOG"
dotnet build $project -c Release -v q -nologo --disable-build-servers || exit 1

# A process for every 5,000: each history is read as an assembly of its own, which .NET does not give back.
failed=0
for ((done = 0; done < count; done += 5000)); do
    share=$((count - done < 5000 ? count - done : 5000))
    MIGRATIONS_ORACLE_SEED=$((seed + done)) MIGRATIONS_ORACLE_COUNT=$share \
        dotnet test $project -c Release --no-build -v q -nologo --disable-build-servers --filter "FullyQualifiedName~OracleTests" > /dev/null || failed=1
    grep -E "histories from seed|^== " "$MIGRATIONS_ORACLE_LOG" | tail -3
done
[ $failed = 0 ] && echo "Every claim was true." || { echo "Claims that are not true: see artifacts/oracle.log" >&2; exit 1; }
