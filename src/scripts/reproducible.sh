#!/usr/bin/env bash
# Builds the committed state twice, in two places, and compares every archive byte by byte.
#   src/scripts/reproducible.sh [Maven options]; not -o, since the bill of materials is made online only
set -euo pipefail
top=$(cd "$(dirname "$0")/../.." && pwd -P)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
places=("$work/one" "$work/another place")
for place in "${places[@]}"; do
  git clone -q --no-hardlinks "$top" "$place"
  (cd "$place" && mvn -B -ntp -q -Prelease,dist package -Dmaven.test.skip -Dspotless.check.skip -Djacoco.skip -Dstatic.analysis=-parameters "$@")
done
archives=$(cd "${places[0]}/target" && find . -maxdepth 1 \( -name '*.jar' -o -name '*.zip' -o -name '*-bom.*' \) | sort)
[ "$(wc -l <<<"$archives")" -ge 6 ] || { echo "error: some archives were not built: $archives" >&2; exit 1; }
differ=0
while read -r archive; do
  if cmp "${places[0]}/target/$archive" "${places[1]}/target/$archive"; then
    echo "equal  $(sha256sum <"${places[0]}/target/$archive" | cut -c1-64)  ${archive#./}"
  else
    differ=1
  fi
done <<<"$archives"
exit $differ
