#!/usr/bin/env bash
# Unpacks the zip of mvn -Pdist package where there is neither Maven nor the sources, and runs it: from another folder, from a
# path with spaces, through symbolic links, and where it may not write.
set -euo pipefail
zip=$(ls "$(cd "$(dirname "$0")/../.." && pwd -P)"/target/seprank-*.zip)
work=$(mktemp -d)
trap 'chmod -R u+w "$work"; rm -rf "$work"' EXIT
mkdir "$work/tools" "$work/a place" "$work/links"
for tool in java sh readlink dirname find mv rm; do ln -s "$(command -v "$tool")" "$work/tools/$tool"; done
(cd "$work/a place" && unzip -q "$zip")
home=$(echo "$work/a place"/seprank-*)
ln -s "$home/bin/seprank" "$work/links/first"
ln -s first "$work/links/second"

run() { env -i PATH="$work/tools" HOME="$work" "$@"; }
expect() { # what is asked, a pattern of the answer, the answer
  grep -q "$2" <<<"$3" || { echo "error: $1: no '$2' in: $3" >&2; exit 1; }
  echo "passed  $1"
}
cd "$work"
expect "help" "Usage: seprank" "$(run "$home/bin/seprank" --help)"
expect "a path with spaces" "walk index" "$(run "$home/bin/seprank" analyze "$home/graphs/karate.graphml")"
expect "two symbolic links" "walk index" "$(run "$work/links/second" analyze family:karate --partition bisection)"
expect "training" "test" "$(run "$home/bin/seprank" train synthetic:csbm,n=60 --epochs 2 2>/dev/null)"
expect "JSON" '"walk_index"' "$(run "$home/bin/seprank" analyze "$home/graphs/karate.graphml" --format json)"
[ -f "$home/lib/seprank.jsa" ] || { echo "error: no class archive was made" >&2; exit 1; }
rm "$home"/lib/*.jsa
chmod a-w "$home/lib"
expect "a folder that may not be written" "walk index" "$(run "$home/bin/seprank" analyze "$home/graphs/karate.graphml")"
expect "wrong usage" "exit code 2" "$(run "$home/bin/seprank" analyze --no-such 2>&1 || echo "exit code $?")"
