#!/usr/bin/env bash
# Writes the list of libraries in NOTICE from what Maven says of their licences; --check only says whether it would change.
set -euo pipefail
cd "$(dirname "$0")/../.."
list=target/third-party/THIRD-PARTY.txt
mvn -B -ntp -q -Prelease license:add-third-party@licences
made=target/third-party/NOTICE
sed '/^Libraries$/,$d' NOTICE > "$made"
{
  echo "Libraries"
  echo "---------"
  sed -nE 's/^ +((\([^)]*\) )+).*\(([^: ]+:[^: ]+):[^ ]+ - ([^ )]+)\)$/\3|\1|\4/p' "$list" | LC_ALL=C sort |
    while IFS='|' read -r library licences address; do
      echo "$library: $(sed 's/) (/ or /g; s/[()]//g; s/ *$//' <<<"$licences"), $address"
    done
} >> "$made"
[ "$(grep -c ' - http' "$list")" = "$(sed '1,/^Libraries$/d' "$made" | grep -c ', http')" ] ||
  { echo "error: some libraries of $list were not understood" >&2; exit 1; }
if [ "${1:-}" = --check ]; then
  diff NOTICE "$made" || { echo "error: NOTICE is not what the libraries say; run src/scripts/notice.sh" >&2; exit 1; }
else
  cp "$made" NOTICE
fi
