#!/usr/bin/env bash
# The main job in one go: builds the CRM sample with the real targets, applies its bundle to a SQLite file, rolls the last deployment back.
set -euo pipefail
cd "$(dirname "$0")/.."
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1
out=artifacts/try
database="Data Source=$out/crm.db"
rm -rf "$out" && mkdir -p "$out"
say() { printf '\n$ %s\n' "$*"; }

say dotnet build samples/01-crm
# At normal verbosity infos show too; only what the toolchain says is kept.
dotnet build samples/01-crm -c Release -nologo -v normal --no-incremental --disable-build-servers > "$out/build.log" || { cat "$out/build.log"; exit 1; }
grep -E "MIG[0-9]{4}|verified|Build succeeded" "$out/build.log" | sed "s|$PWD/||g; s|^ *||" | awk '!seen[$0]++'
dotnet build src/Migrations.Build.Cli -c Release -nologo -v quiet --disable-build-servers

migrations() { say migrations "$@"; dotnet exec src/Migrations.Build.Cli/bin/Release/net10.0/migrations.dll "$@"; }
bundle=$(ls samples/01-crm/bin/Release/net10.0/*.mbundle)
cp "$bundle" "$out/"
bundle=$out/$(basename "$bundle")

migrations apply --bundle "$bundle" --database sqlite --connection "$database" --to 20240610090000 --allow-code --allow-breaking
migrations apply --bundle "$bundle" --database sqlite --connection "$database" --allow-code --allow-breaking
migrations status --bundle "$bundle" --database sqlite --connection "$database"
migrations rollback --deployment last --bundle "$bundle" --database sqlite --connection "$database" --allow-code
migrations status --bundle "$bundle" --database sqlite --connection "$database"

# A release that the build has proved and production refuses: it fails after its columns are gone, and every value is there again.
shop=$out/shop.db
say dotnet build samples/05-rollback/Migrations
dotnet build samples/05-rollback/Migrations -c Release -nologo -v normal --disable-build-servers > "$out/shop.log" || { cat "$out/shop.log"; exit 1; }
grep -E "MIG[0-9]{4}|verified" "$out/shop.log" | sed "s|$PWD/||g; s|^ *||" | awk '!seen[$0]++'
dotnet build samples/05-rollback/App -c Release -nologo -v quiet --disable-build-servers
app() { say Shop.App "$@"; dotnet exec samples/05-rollback/App/bin/Release/net10.0/Shop.App.dll "$@"; }
cp samples/05-rollback/Migrations/bin/Release/net10.0/*.mbundle "$out/"
bundle=$(ls "$out"/Shop*.mbundle)

migrations apply --bundle "$bundle" --database sqlite --connection "Data Source=$shop" --to 20250106090000
app add "$shop"
app show "$shop" | tee "$out/before.txt"
migrations plan --bundle "$bundle" --database sqlite --connection "Data Source=$shop"
failed=0
migrations apply --bundle "$bundle" --database sqlite --connection "Data Source=$shop" --allow-breaking || failed=$?
echo "exit code $failed"
[ "$failed" = 6 ] || { echo "The release should have failed and been rolled back (exit code 6)." >&2; exit 1; }
app show "$shop" | tee "$out/after.txt"
cmp <(tail -n +3 "$out/before.txt") <(tail -n +3 "$out/after.txt") && echo "Every value is there."
