#!/usr/bin/env bash
# Draws docs/images/reading.png: pages, patterns, matrix and bone page on one sheet, in the themes,
# levels and languages.
#   tests/pictures/reading_sheet.sh [program, build/test/osteon where not given]
# Needs Debian's imagemagick and fontconfig.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
osteon="${1:-build/test/osteon}"
source tests/pictures/sheet.sh

# tile "Caption" OPTIONS: one picture of the sheet.
tile() {
    local caption="$1"
    next_tile
    shift
    "$osteon" shot --ui --size 1280x720 --out "$file" "$@"
    mogrify -resize 50% "$file"
    tiles+=(-label "$caption" "$file")
}

tile "An article, plain" --article symptoms --level plain --theme light
tile "The same, clinical" --article symptoms --theme light
tile "In German, plain" --article symptoms --level plain --language de --theme light
tile "A primary, plain" --primary breast --level plain
tile "A primary, clinical" --primary prostate
tile "In German, clinical" --primary prostate --language de
tile "All primaries by site" --primary prostate --drawer matrix
tile "Two primaries on one axis" --primary breast --compare prostate --theme light
tile "A route in steps" --primary prostate --route --step 2
tile "All that is known of a bone" --article bone:femur_left --select femur_left
tile "At 200 %" --article treatment --level plain --scale 2 --theme light
tile "High contrast" --site lumbar_spine --theme contrast

lay_sheet docs/images/reading.png 3
