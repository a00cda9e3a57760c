#!/usr/bin/env bash
# Draws docs/images/looks.png: every look on one sheet, by the same command that a user types.
#   tests/pictures/contact_sheet.sh [program, build/test/osteon where not given]
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
    "$osteon" shot --size 372x440 --out "$file" "$@"
    tiles+=(-label "$caption" "$file")
}

tile "Solid" --look solid --transparent
tile "How often: prostate cancer" --primary prostate --transparent
tile "See-through" --site lumbar_spine --look ghost --transparent
tile "Radiograph" --site pelvis --look radiograph --view anterior
tile "Bone scan: prostate cancer" --look bonescan --primary prostate --lesions

tile "Section, sagittal" --look section --plane sagittal --site lumbar_spine --view left \
    --transparent
tile "Section, coronal" --look section --plane coronal --offset 0.02 --site pelvis --view \
    anterior --transparent
tile "Exploded by region" --look explode --explode-by region --amount 0.6 --transparent
tile "Exploded by bone" --look explode --explode-by bone --amount 0.6 --site skull --transparent
tile "Routes: lung cancer" --primary lung --route --transparent

tile "Lytic: thyroid cancer" --primary thyroid --lesions --site pelvis --look solid --view \
    anterior --transparent
tile "Blastic: prostate cancer" --primary prostate --lesions --site pelvis --look solid --view \
    anterior --transparent
tile "Mixed: breast cancer" --primary breast --lesions --site lumbar_spine --look solid \
    --transparent
tile "Blastic on film" --primary prostate --lesions --site pelvis --look radiograph --view anterior
tile "Lytic on film" --primary kidney --lesions --site femur --look radiograph --view anterior

tile "One lesion's course: femur" --course femur --progress 1 --transparent
tile "One lesion's course: vertebra" --course vertebra --progress 1 --transparent
tile "The course on film" --course vertebra --progress 1 --look radiograph --view left
tile "Names of bones" --site forearm_hand --look solid --labels --transparent
tile "Two primaries compared" --primary lung --compare thyroid --transparent

lay_sheet docs/images/looks.png 5
