#!/usr/bin/env bash
# Draws the golden pictures anew and packs them small: look at each before you commit it.
#   tests/pictures/renew.sh [build folder, build/test where not given]
# Needs Debian's imagemagick.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
command -v mogrify identify >/dev/null || { echo "Install imagemagick first." >&2; exit 3; }
rm -rf tests/pictures/golden
mkdir tests/pictures/golden
OSTEON_RENEW_PICTURES=1 "${1:-build/test}/osteon_tests_pictures" --test-case="every look*"
for picture in tests/pictures/golden/*.png; do
    opaque=()
    [ "$(identify -format '%[opaque]' "$picture" | tr A-Z a-z)" = true ] && opaque=(-alpha off)
    mogrify -strip "${opaque[@]}" -define png:compression-level=9 \
        -define png:compression-filter=5 -define png:exclude-chunk=all "$picture"
done
du -sh --apparent-size tests/pictures/golden
