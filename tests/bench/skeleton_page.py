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

PELVIS = ["pelvic_girdle", "sacrum_and_coccyx"]
THORAX = ["thoracic_cage", "thoracic_vertebrae"]
HAND = ["carpus_right", "metacarpus_right", "fingers_right"]
FOOT = ["tarsus_right", "metatarsus_right", "toes_right"]

# name of the picture: regions or bones shown alone (none: all; with a minus: not), direction, size
SHEETS = {
    "whole-front": ([], "anterior", "400x860"),
    "whole-side": ([], "right", "400x860"),
    "whole-back": ([], "posterior", "400x860"),
    "skull-front": (["skull"], "anterior", "520x620"),
    "skull-side": (["skull"], "right", "620x620"),
    "skull-base": (["skull", "-lower_teeth", "-mandible"], "inferior", "520x620"),
    "spine-front": (["vertebral_column"], "anterior", "300x760"),
    "spine-side": (["vertebral_column"], "right", "300x760"),
    "spine-back": (["vertebral_column"], "posterior", "300x760"),
    "thorax-front": (THORAX, "anterior", "500x560"),
    "thorax-side": (THORAX, "right", "500x560"),
    "thorax-back": (THORAX, "posterior", "500x560"),
    "pelvis-front": (PELVIS, "anterior", "560x480"),
    "pelvis-side": (PELVIS, "right", "560x480"),
    "pelvis-above": (PELVIS, "superior", "560x480"),
    "hand-palm": (HAND, "anterior", "400x560"),
    "hand-back": (HAND, "posterior", "400x560"),
    "foot-above": (FOOT, "superior", "400x560"),
    "foot-side": (FOOT, "right", "620x400"),
}


def run(*words):
    result = subprocess.run([str(word) for word in words], capture_output=True, text=True)
    if result.returncode != 0:
        sys.exit(f"{' '.join(map(str, words))}: {result.stderr.strip()}")
    return result.stdout


def bones_by_region(osteon):
    """A function from the names in SHEETS to the ids of the pieces."""
    regions = {entry["id"]: entry for entry in json.loads(run(osteon, "list", "regions", "--json"))}
    bones = json.loads(run(osteon, "list", "bones", "--json"))

    def within(region, ancestor):
        while region:
            if region == ancestor:
                return True
            region = regions[region].get("parent", "")
        return False

    def is_named(bone, names):
        return any(bone["id"] == name or within(bone["region"], name) for name in names)

    def members(wanted):
        without = [name[1:] for name in wanted if name.startswith("-")]
        return [b["id"] for b in bones if is_named(b, wanted) and not is_named(b, without)]

    return members


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
