#!/usr/bin/env bash
# Makes the samples in results again, all or those named:
#   src/scripts/samples.sh [NAME ...]     --list says the names; all take an hour or more of two cores
# and the page results/index.html, which shows and links them.
# Runs where the program sees graphs and data beside it, so that answers name relative paths only. SEPRANK_DATA is the folder with
# planetoid and images (Cora, Fashion-MNIST, MNIST); SEPRANK is the program, the launcher of this checkout unless set.
# The tables of benchmarks.md, methods.md and training.md say themselves how they were made.
set -euo pipefail
top=$(cd "$(dirname "$0")/../.." && pwd -P)
data=${SEPRANK_DATA:-$top/../shared/data}
program=${SEPRANK:-$top/seprank}

declare -A samples=(
  [karate.svg]="analyze graphs/karate.graphml --plot results/karate.svg"
  [rank-tightness]="experiment rank-tightness --scale paper"
  [bracket]="experiment bracket --scale small"
  [runtime-scaling]="experiment runtime-scaling --scale small"
  [walk-index-importance]="experiment walk-index-importance --scale small --images data/images/fashion"
  [sparsification-curves]="experiment sparsification-curves --scale small --dataset data/planetoid/ind.cora.graph"
  [interaction-vs-walk-index]="experiment interaction-vs-walk-index --scale small"
  [interaction-vs-walk-index/cora]="experiment interaction-vs-walk-index --scale small --dataset data/planetoid/ind.cora.graph"
  [trained-rank]="experiment trained-rank --scale small"
  [labs/locality-same-class]="lab locality --set task=same-class --seeds 3"
  [labs/locality-pathfinder]="lab locality --set task=pathfinder --seeds 3"
  [labs/tensor-factorization-images]="lab tensor-factorization --set task=images --set images=data/images/mnist"
)
for lab in matrix-factorization norm-divergence tensor-factorization hierarchical-tensor-factorization linear-network \
  steepest-descent linear-convolution locality margin-and-kernel layer-rank landscape \
  stochastic-descent prediction-dynamics linear-classifier; do
  samples[labs/$lab]="lab $lab --seeds 3"
done
names=$(printf '%s\n' "${!samples[@]}" | sort)

if [ "${1:-}" = --list ]; then
  for name in $names; do echo "$name: seprank ${samples[$name]}"; done
  exit
fi
for name in "$@"; do
  [ -n "${samples[$name]:-}" ] || { echo "error: no sample $name; --list says the names" >&2; exit 2; }
done

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
ln -s "$top/graphs" "$work/graphs"
[ ! -d "$data" ] || ln -s "$(cd "$data" && pwd -P)" "$work/data"
mkdir "$work/results"
cd "$work"

made() { # the files that are committed: no pages, no finished parts, and no outcomes of laboratories, which hold every point of a path
  find "$1" -maxdepth 1 -type f \( -name report.md -o -name outcome.json -o -name '*.svg' \) -not -path '*/labs/*/outcome.json'
}
for name in ${*:-$names}; do
  command=${samples[$name]}
  if [[ $command == *" data/"* || $command == *=data/* ]] && [ ! -d data ]; then
    echo "error: $name needs data; set SEPRANK_DATA" >&2
    exit 2
  fi
  echo "$name: seprank $command"
  if [[ $name == *.svg ]]; then
    # shellcheck disable=SC2086 # a list of words
    "$program" $command -q >/dev/null
    cp "results/$name" "$top/results/$name"
    continue
  fi
  # shellcheck disable=SC2086 # a list of words
  "$program" $command --out "results/$name" -q >/dev/null || [ $? -eq 4 ] # what does not hold is kept as well
  mkdir -p "$top/results/$name"
  made "$top/results/$name" | xargs -r -d '\n' rm
  made "results/$name" | xargs -r -d '\n' cp -t "$top/results/$name"
  if grep -nF -e "$work" -e "$top" -e "$HOME/" -r "$top/results/$name"; then
    echo "error: $name names a path of this machine" >&2
    exit 1
  fi
done
"$program" report gallery "$top/results" -o "$top/results/index.html" >/dev/null
