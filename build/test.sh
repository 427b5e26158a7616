#!/usr/bin/env bash
# Restores, builds and runs every test; the last line is "N passed, N failed, N skipped".
set -u
cd "$(dirname "$0")/.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 MSBUILDDISABLENODEREUSE=1
results=$(mktemp -d)
trap 'rm -rf "$results"' EXIT

if ! command -v dotnet >/dev/null; then
    echo "The .NET SDK 10 is missing. Install it (https://dot.net) and run this command again." >&2
    exit 1
fi

# Flushes to the disk are counted with strace, without which that test is skipped, and says so. The native command is linked by a C compiler.
missing=()
command -v strace >/dev/null || missing+=(strace)
command -v clang >/dev/null || command -v gcc >/dev/null || missing+=(gcc libc6-dev)
if [ ${#missing[@]} -gt 0 ] && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    { apt-get update -q && apt-get install -y -q "${missing[@]}"; } >/dev/null 2>&1 || echo "Could not be installed: ${missing[*]}."
fi

echo "== build"
if ! dotnet build Migrations.Build.sln -c Release -v q -nologo --disable-build-servers; then
    echo "0 passed, 1 failed, 0 skipped"
    exit 1
fi

# Two cores: the projects run one after the other, each with its own threads; real builds of packages come last.
failed=0
for project in $(ls -d tests/*.Tests | grep -vE '(Native|Package).Tests') tests/Migrations.Build.{Native,Package}.Tests; do
    name=$(basename "$project")
    [ -n "$(find "$project" -name '*.cs' -not -path '*/obj/*' -print -quit)" ] || continue
    echo "== $name"
    dotnet test "$project" -c Release --no-build -v q -nologo --disable-build-servers --logger "trx;LogFileName=$results/$name.trx" || failed=1
done

count() { cat "$results"/*.trx 2>/dev/null | grep -oE "<Counters [^>]*>" | grep -oE " $1=\"[0-9]+\"" | grep -oE '[0-9]+' | awk '{ sum += $1 } END { print sum + 0 }'; }
passed=$(count passed)
red=$(count failed)
total=$(count total)
[ "$failed" = 0 ] || [ "$red" -gt 0 ] || red=1
echo "$passed passed, $red failed, $((total - passed - $(count failed))) skipped"
[ "$red" = 0 ] && [ "$passed" -gt 0 ]
