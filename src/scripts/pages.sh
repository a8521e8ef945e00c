#!/bin/sh
# Makes anew, in the repository's root, what is derived from the program and from measured results:
#   growth   src/main/resources/org/seprank/rewire/catalogue/growth.tsv from results/runtime-scaling (needs jq)
#   tables   those of methods in src/site/markdown/methods.md from 'seprank methods', or the program that SEPRANK names
set -e
growth=src/main/resources/org/seprank/rewire/catalogue/growth.tsv
page=src/site/markdown/methods.md
case "$1" in
growth)
    printf 'method\tedges\tseconds\texponent\n' > "$growth"
    find results/runtime-scaling -name outcome.json | LC_ALL=C sort | while read -r file; do
        jq -r '.scaling[] | select(.its_seconds != null)
            | [.method, .largest_edges, .its_seconds, (.exponent // "")] | @tsv' "$file" >> "$growth"
    done
    ;;
tables)
    tables=$(mktemp)
    ${SEPRANK:-./seprank} methods --format markdown --quiet > "$tables"
    awk -v tables="$tables" '
        /^<!-- methods: begin -->$/ {
            print; skip = 1; shown = 0
            while ((getline line < tables) > 0) {
                if (line ~ /^## Parameters/) break
                if (line ~ /^## /) { shown = 1; line = "#" line }
                if (shown) print line
            }
        }
        /^<!-- methods: end -->$/ { skip = 0 }
        !skip { print }' "$page" > "$page.new"
    mv "$page.new" "$page"
    rm "$tables"
    ;;
*)
    echo "usage: src/scripts/pages.sh growth|tables" >&2
    exit 2
    ;;
esac
