#!/usr/bin/env python3
"""The sculptor as a whole, by its command line.

    sculptor_test.py OSTEON_SCULPT
"""
import pathlib
import re
import struct
import subprocess
import sys
import tempfile
import unittest

PROGRAM = pathlib.Path(sys.argv[1]).resolve()
SOURCE = pathlib.Path(__file__).resolve().parents[2]
REGISTRY = SOURCE / "assets" / "anatomy" / "bones.toml"

BALL = "bone patella_right grid=1\nlandmark middle -80 450 40\nellipsoid @middle 20 20 10\n"
# Its front faces +z; 40 wide, 30 high, 20 deep about (0, 100, 0).
BOX = """o box
v -20 85 -10\nv 20 85 -10\nv 20 115 -10\nv -20 115 -10
v -20 85 10\nv 20 85 10\nv 20 115 10\nv -20 115 10
f 1 4 3 2\nf 5 6 7 8\nf 1 2 6 5\nf 3 4 8 7\nf 2 3 7 6\nf 1 5 8 4
"""


class Sculptor(unittest.TestCase):
    def setUp(self):
        held = tempfile.TemporaryDirectory()
        self.addCleanup(held.cleanup)
        self.folder = pathlib.Path(held.name)
        self.recipes = self.folder / "recipes"
        self.recipes.mkdir()
        self.write(BALL)

    def write(self, recipe):
        (self.recipes / "ball.recipe").write_text(recipe)

    def run_sculptor(self, *words):
        return subprocess.run([PROGRAM, *map(str, words)], capture_output=True, text=True,
                              env={"HOME": str(self.folder)}, cwd=SOURCE, timeout=120)

    def printed(self, *words):
        result = self.run_sculptor(*words)
        self.assertEqual(result.returncode, 0, result.stderr)
        return result.stdout

    def assertFails(self, result, code, *words):
        self.assertEqual(result.returncode, code, result.stdout + result.stderr)
        for word in words:
            self.assertIn(word, result.stderr)

    def reference(self, scale=1.0):
        """A folder with the ball's own mesh, moved to where the reference has its origin."""
        folder = self.folder / "reference"
        folder.mkdir(exist_ok=True)
        self.printed("obj", "--recipes", self.recipes, "--no-cache", "--out", folder / "all.obj")
        lines, keep = [], False
        for line in (folder / "all.obj").read_text().splitlines():
            if line.startswith("o "):
                keep = line == "o patella_right"
            elif line.startswith("v "):
                x, y, z = map(float, line.split()[1:])
                middle = (-80.0, 450.0, 40.0)
                x, y, z = (m + scale * (p - m) for m, p in zip(middle, (x, y, z)))
                lines.append(f"v {x - 0.65} {y - 4.14} {z + 65.0}")
            elif keep:
                lines.append(line)
        (folder / "all.obj").unlink()
        (folder / "Right patella.obj").write_text("o patella\n" + "\n".join(lines) + "\n")
        return folder

    def test_probe_measures_a_mesh_file(self):
        box = self.folder / "box.obj"
        box.write_text(BOX)
        text = self.printed("probe", box, "--section", "y=101", "--ray", 0.5, 101, -50, 0, 0, 1,
                            "--nearest", 0, 101, 30, "--extreme", 1, 1, 1)
        self.assertIn("x -20.0 to 20.0 (40.0)  y 85.0 to 115.0 (30.0)", text)
        self.assertRegex(text, r"20\.0 20\.0 10\.0 10\.0 \|.*120 mm round")
        self.assertIn("20.0 mm thick", text)
        self.assertIn("20.0 mm away", text)
        self.assertIn("farthest along 0.58 0.58 0.58: 20.0 115.0 10.0", text)

    def test_probe_says_what_a_plane_is(self):
        box = self.folder / "box.obj"
        box.write_text(BOX)
        self.assertFails(self.run_sculptor("probe", box, "--section", "about here"), 2,
                         "about here", "x=, y= or z=")
        self.assertFails(self.run_sculptor("probe", "no_bone", "--recipes", self.recipes), 2,
                         "no_bone")

    def test_compare_of_a_bone_with_itself_is_near_nought_and_draws(self):
        picture = self.folder / "six.png"
        text = self.printed("compare", "patella_right", "--recipes", self.recipes, "--registry",
                            REGISTRY, "--reference", self.reference(), "--picture", picture)
        mean, p95 = map(float, re.search(r"mean (\S+)  p95 (\S+)", text).groups())
        self.assertLess(mean, 0.05)
        self.assertLess(p95, 0.1)
        width, height = struct.unpack(">II", picture.read_bytes()[16:24])
        self.assertGreater(width, 1000)
        self.assertLessEqual(height, 1500)

    def test_compare_tells_how_far_a_larger_bone_lies_out(self):
        text = self.printed("compare", "patella_right", "--recipes", self.recipes, "--registry",
                            REGISTRY, "--reference", self.reference(scale=0.9))
        mean = float(re.search(r"mean (\S+)", text).group(1))
        self.assertGreater(mean, 0.8)
        self.assertLess(mean, 2.0)
        self.assertRegex(text, r"too far out: *\+[12]\.")

    def test_compare_without_a_reference_says_so(self):
        self.assertFails(
            self.run_sculptor("compare", "patella", "--recipes", self.recipes, "--registry",
                              REGISTRY, "--reference", self.folder / "nothing"), 1, "nothing")

    def test_fit_finds_what_a_bone_was_made_with_and_writes_it(self):
        folder = self.reference()
        self.write(BALL.replace("450", "452").replace("20 20 10", "width 20 10")
                   .replace("ellipsoid", "dimension width 17.5\nellipsoid"))
        self.printed("fit", "patella_right", "--recipes", self.recipes, "--registry", REGISTRY,
                     "--reference", folder, "--weight", 0, "--write")
        text = (self.recipes / "ball.recipe").read_text()
        self.assertAlmostEqual(float(re.search(r"width (\S+)", text).group(1)), 20.0, delta=0.3)
        self.assertAlmostEqual(float(re.search(r"middle \S+ (\S+)", text).group(1)), 450.0,
                               delta=0.3)

    def test_fit_refuses_more_than_sixty_numbers(self):
        many = "".join(f"landmark place{i} -80 {430 + i} 40\n" for i in range(21))
        self.write(BALL + many)
        self.assertFails(
            self.run_sculptor("fit", "patella_right", "--recipes", self.recipes, "--registry",
                              REGISTRY, "--reference", self.reference()), 1, "60", "--vary")

    def test_check_names_a_bone_that_falls_apart(self):
        self.write(BALL + "ellipsoid -80 520 40 5 5 5\n")
        result = self.run_sculptor("check", "--recipes", self.recipes, "--no-cache")
        self.assertEqual(result.returncode, 1)
        self.assertRegex(result.stdout, r"patella_right.*(piece|hang)")

    def test_a_faulty_recipe_is_refused_with_file_and_line(self):
        self.write("bone patella_right\nellipsoid here\n")
        for command in ("check", "obj"):
            self.assertFails(self.run_sculptor(command, "--recipes", self.recipes), 1,
                             "ball.recipe", "line 2")

    def test_live_builds_only_what_one_file_describes(self):
        (self.recipes / "a.recipe").write_text("bone femur_right\nellipsoid -80 600 20 20 90 20\n")
        recipe = self.recipes / "ball.recipe"
        self.assertEqual(self.printed("live", recipe, "--list"), "patella_right\n")
        out = self.folder / "live.skeleton"
        self.printed("live", recipe, "--registry", REGISTRY, "--out", out)
        self.assertGreater(out.stat().st_size, 1000)
        self.assertFails(self.run_sculptor("live", self.recipes / "c.recipe", "--list"), 1,
                         "c.recipe")


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1], verbosity=1)
