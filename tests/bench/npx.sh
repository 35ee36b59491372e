#!/usr/bin/env bash
# How long a first npx takes: of the packed tarball, and of an empty package; medians of five, with a fresh cache each.
#   tests/bench/npx.sh
set -euo pipefail
cd "$(dirname "$0")/../.."

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
npm pack --silent --ignore-scripts --pack-destination "$folder" >/dev/null
mkdir "$folder/empty"
echo '{ "name": "empty", "version": "1.0.0", "bin": "empty.js" }' > "$folder/empty/package.json"
printf '#!/usr/bin/env node\n' > "$folder/empty/empty.js"
(cd "$folder/empty" && npm pack --silent --pack-destination "$folder" >/dev/null)

median() {
  for _ in 1 2 3 4 5; do
    local start
    start=$(date +%s%N)
    (cd "$folder" && npm_config_cache=$(mktemp -d -p "$folder") npx --yes --package "$1" "${@:2}" >/dev/null)
    echo $((($(date +%s%N) - start) / 1000000))
  done | sort -n | sed -n 3p
}
empty=$(median "$folder/empty-1.0.0.tgz" empty)
ours=$(median "$(ls "$folder"/role-advisor-*.tgz)" role-advisor --version)
echo "an empty package $empty ms, role-advisor $ours ms: $(awk "BEGIN { printf \"%.2f\", $ours / $empty }") times"
