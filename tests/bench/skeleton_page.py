#!/usr/bin/env python3
"""Renews the pictures and figures of docs/skeleton.md.

    tests/bench/skeleton_page.py build/osteon [FOLDER_OF_REFERENCE]

Draws the contact sheets with the program itself. With the reference, measures every bone against
it and writes the table of figures; without it, the table stays as it is.
"""
import json
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "skeleton.md"
PICTURES = ROOT / "docs" / "images" / "skeleton"

# name of the picture: regions shown alone (none: all), direction, size
SHEETS = {
    "whole-front": ([], "anterior", "560x1200"),
    "whole-side": ([], "right", "560x1200"),
    "whole-back": ([], "posterior", "560x1200"),
    "skull-front": (["skull"], "anterior", "640x760"),
    "skull-side": (["skull"], "right", "760x760"),
    "skull-base": (["neurocranium", "viscerocranium", "upper_teeth"], "inferior", "640x760"),
    "spine-front": (["vertebral_column"], "anterior", "400x1100"),
    "spine-side": (["vertebral_column"], "right", "400x1100"),
    "spine-back": (["vertebral_column"], "posterior", "400x1100"),
    "thorax-front": (["thoracic_cage", "thoracic_vertebrae"], "anterior", "700x760"),
    "thorax-side": (["thoracic_cage", "thoracic_vertebrae"], "right", "700x760"),
    "thorax-back": (["thoracic_cage", "thoracic_vertebrae"], "posterior", "700x760"),
    "pelvis-front": (["pelvic_girdle", "sacrum_and_coccyx"], "anterior", "760x640"),
    "pelvis-side": (["pelvic_girdle", "sacrum_and_coccyx"], "right", "760x640"),
    "pelvis-above": (["pelvic_girdle", "sacrum_and_coccyx"], "superior", "760x640"),
    "hand-palm": (["carpus_right", "metacarpus_right", "fingers_right"], "anterior", "560x760"),
    "hand-back": (["carpus_right", "metacarpus_right", "fingers_right"], "posterior", "560x760"),
    "foot-above": (["tarsus_right", "metatarsus_right", "toes_right"], "superior", "560x760"),
    "foot-side": (["tarsus_right", "metatarsus_right", "toes_right"], "right", "900x560"),
}


def run(*words):
    result = subprocess.run([str(word) for word in words], capture_output=True, text=True)
    if result.returncode != 0:
        sys.exit(f"{' '.join(map(str, words))}: {result.stderr.strip()}")
    return result.stdout


def bones_by_region(osteon):
    """The ids of all pieces in a region and the regions within it."""
    regions = {entry["id"]: entry for entry in json.loads(run(osteon, "list", "regions", "--json"))}
    bones = json.loads(run(osteon, "list", "bones", "--json"))

    def within(region, ancestor):
        while region:
            if region == ancestor:
                return True
            region = regions[region].get("parent", "")
        return False

    return lambda wanted: [b["id"] for b in bones if any(within(b["region"], r) for r in wanted)]


def draw_sheets(osteon):
    PICTURES.mkdir(parents=True, exist_ok=True)
    members = bones_by_region(osteon)
    for name, (regions, view, size) in SHEETS.items():
        words = [osteon, "shot", "--out", PICTURES / f"{name}.png", "--size", size, "--view", view,
                 "--theme", "light"]
        if regions:
            words += ["--isolate", ",".join(members(regions))]
        run(*words)


def table(measured):
    """One line a bone; of pairs both sides, right before left."""
    rows = {}
    for bone in measured["bones"]:
        name, side = re.match(r"(.*?)(?:_(left|right))?$", bone["id"]).groups()
        rows.setdefault(name, {})[side or ""] = bone
    lines = ["| bone | mean mm | 95th percentile mm |", "|---|---|---|"]
    for name, sides in rows.items():
        both = [sides[side] for side in ("", "right", "left") if side in sides]
        lines.append(f"| {name.replace('_', ' ')} "
                     f"| {' / '.join(format(b['mean_mm'], '.2f') for b in both)} "
                     f"| {' / '.join(format(b['p95_mm'], '.2f') for b in both)} |")
    middle, worst, iou = measured["median"], measured["worst"], measured["iou"]
    return "\n".join([
        f"Median bone {middle['mean_mm']:.2f} mm mean, {middle['p95_mm']:.2f} mm at the 95th "
        f"percentile; worst {worst['mean_mm']:.2f} and {worst['p95_mm']:.2f}. Outlines of the "
        f"whole overlap by {iou['front']:.3f} from the front, {iou['side']:.3f} from the side, "
        f"{iou['back']:.3f} from behind. {measured['triangles']:,} triangles.", "", *lines])


def write_figures(osteon, reference):
    measured = json.loads(run(osteon, "bench", "anatomy", "--reference", reference, "--json"))
    if "skipped" in measured:
        sys.exit(measured["skipped"])
    text = PAGE.read_text()
    begin, end = "<!-- figures: tests/bench/skeleton_page.py -->", "<!-- end of figures -->"
    before, rest = text.split(begin)
    PAGE.write_text(f"{before}{begin}\n{table(measured)}\n{end}{rest.split(end)[1]}")


def main():
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    osteon = pathlib.Path(sys.argv[1]).resolve()
    draw_sheets(osteon)
    if len(sys.argv) == 3:
        write_figures(osteon, sys.argv[2])


if __name__ == "__main__":
    main()
