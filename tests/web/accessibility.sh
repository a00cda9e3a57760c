#!/usr/bin/env bash
# Exports the content and runs axe-core on every page in headless Chromium, light and dark:
#
#     npm install --no-package-lock --prefix tests/web
#     tests/web/accessibility.sh build/osteon
#
# Exits with 1 on any violation, with 77 where node, chromium or the npm packages are missing.
set -euo pipefail
program=$(realpath "${1:?usage: accessibility.sh PROGRAM}")
cd "$(dirname "${BASH_SOURCE[0]}")"

for tool in node chromium; do
    if ! command -v "$tool" >/dev/null; then
        echo "skipped: there is no $tool here"
        exit 77
    fi
done
if [ ! -d node_modules/axe-core ] || [ ! -d node_modules/puppeteer-core ]; then
    echo "skipped: 'npm install --no-package-lock --prefix tests/web' has not been run"
    exit 77
fi

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
"$program" content export --html "$folder/pages"
node axe.mjs "$folder/pages" "$(command -v chromium)"
