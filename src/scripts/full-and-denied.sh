#!/usr/bin/env bash
# Provokes a full disk and denied access, on Linux as root:
#   src/scripts/full-and-denied.sh PROGRAM
# PROGRAM is the launcher of an installation that everybody may read, such as bin/seprank of the unpacked archive. Every command must
# end with exit code 3 and one line that names the file and the reason, and leave no temporary file. Takes a minute or two.
set -euo pipefail
top=$(cd "$(dirname "$0")/../.." && pwd -P)
program=${1:?PROGRAM is missing}
[ "$(id -u)" = 0 ] || { echo "error: only root can mount a disk and become another user" >&2; exit 2; }

work=$(mktemp -d)
disk=$work/disk
mkdir "$disk" "$work/home"
mount -t tmpfs -o size=1m tmpfs "$disk"
trap 'umount "$disk"; rm -rf "$work"' EXIT
cp -r "$top/graphs" "$work/graphs"
chmod -R a+rX "$work"
cd "$work"

failed=0
expect() { # REASON WORDS..: the program, run with the words, says the reason in one line
  local reason=$1 code=0
  shift
  "${run[@]}" "$@" -q >/dev/null 2>err || code=$?
  if [ $code = 3 ] && [ "$(grep -c '^error: ' err)" = 1 ] && grep -q "^error: .*$reason" err && [ "$(wc -l <err)" -le 2 ] &&
    [ -z "$(find . -name '.*.tmp')" ]; then
    echo "ok: $*"
  else
    echo "FAILED (exit code $code): $*"
    cat err
    failed=1
  fi
}

run=("$program")
full() { # WORDS..: on a disk with one block left
  rm -rf "${disk:?}"/*
  head -c $((1048576 - 4096)) /dev/zero >disk/filler
  expect "No space left on device" "$@"
}
full analyze graphs/sbm.graphml -o disk/a.json --format json
full analyze graphs/karate.graphml --report disk/a.html
full rewire graphs/sbm.graphml --remove 95% --edits disk/e.csv
full convert graphs/sbm.graphml disk/g.graphml
full train graphs/csbm --epochs 5 --checkpoint disk/n
full batch graphs/plans/karate.yaml --out disk/b
full experiment rank-tightness --scale smoke --out disk/x
full lab steepest-descent --set iterations=50 --out disk/l
rm -rf "${disk:?}"/b disk/filler
"$program" batch graphs/plans/karate.yaml --out disk/b -q >/dev/null
echo "ok: the batch goes on when there is space again"

run=(setpriv --reuid=65534 --regid=65534 --clear-groups env HOME="$work/home" "$program")
denied() { expect "permission denied" "$@"; }
mkdir kept secret
cp graphs/karate.graphml secret.graphml
cp -r graphs/csbm secret/
chmod 600 secret.graphml
chmod 700 secret
chmod 755 kept
denied analyze secret.graphml
denied dataset info secret/csbm
denied analyze graphs/karate.graphml -o kept/a.json
denied analyze graphs/karate.graphml --report kept/a.html
denied rewire graphs/karate.graphml --remove 3 --edits kept/e.csv
denied rewire graphs/karate.graphml --remove 3 --graph-out kept/g.gml
denied convert graphs/karate.graphml kept/a.gml
denied measure graphs/karate.graphml --edits secret/e.csv
denied train graphs/csbm --epochs 2 --checkpoint kept/n
denied batch graphs/plans/karate.yaml --out kept/b
denied batch secret/plan.yaml --out kept/b
denied experiment rank-tightness --scale smoke --out kept/x
denied lab steepest-descent --set iterations=10 --out kept/l
exit $failed
