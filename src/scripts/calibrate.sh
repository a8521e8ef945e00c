#!/usr/bin/env bash
# Makes the calibration of rank estimates again, on standard output:
#   src/scripts/calibrate.sh [FOLDER] >src/main/resources/org/seprank/separation/estimate/calibration.csv
# It is the table of positions of the whole suite of rank-tightness, of ranks up to 1024 whatever their structure; it takes some
# minutes. FOLDER, target/calibration unless named, keeps what is finished, and a second run goes on from there.
set -euo pipefail
cd "$(dirname "$0")/../.."
folder=${1:-target/calibration}
resume=
[ ! -d "$folder" ] || resume=--resume
# shellcheck disable=SC2086 # one word or none
"${SEPRANK:-./seprank}" experiment rank-tightness --scale paper --set budget=1024 --set terms=0 --out "$folder" $resume --format csv --table positions -q |
  grep -v '^#' | cut -d, -f1,2,3,5,7
