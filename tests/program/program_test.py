#!/usr/bin/env python3
"""The program as a whole, by its command line.

    program_test.py PROGRAM
"""
import json
import os
import pathlib
import shutil
import struct
import subprocess
import sys
import tempfile
import unittest
import zlib

PROGRAM = sys.argv[1]


def run(*words, env=None, cwd=None):
    full = dict(os.environ)
    full.pop("DISPLAY", None)
    full.update(env or {})
    return subprocess.run([PROGRAM, *map(str, words)], capture_output=True, text=True, env=full,
                          cwd=cwd, timeout=120)


def png_size(path):
    data = pathlib.Path(path).read_bytes()
    assert data[:8] == b"\x89PNG\r\n\x1a\n"
    return struct.unpack(">II", data[16:24])


def png_rows(path, alpha=False):
    """The raw rows of an 8-bit PNG without interlacing, filters undone for filter 0 to 4."""
    data = pathlib.Path(path).read_bytes()
    width, height, _, colour = struct.unpack(">IIBB", data[16:26])
    channels = {2: 3, 6: 4}[colour]
    packed, at = b"", 8
    while at < len(data):
        length, kind = struct.unpack(">I4s", data[at:at + 8])
        if kind == b"IDAT":
            packed += data[at + 8:at + 8 + length]
        at += length + 12
    raw, stride = zlib.decompress(packed), width * channels
    rows, before = [], bytearray(stride)
    for y in range(height):
        kind = raw[y * (stride + 1)]
        row = bytearray(raw[y * (stride + 1) + 1:(y + 1) * (stride + 1)])
        for x in range(stride):
            left = row[x - channels] if x >= channels else 0
            up = before[x]
            corner = before[x - channels] if x >= channels else 0
            if kind == 1:
                row[x] = (row[x] + left) & 255
            elif kind == 2:
                row[x] = (row[x] + up) & 255
            elif kind == 3:
                row[x] = (row[x] + (left + up) // 2) & 255
            elif kind == 4:
                guess = left + up - corner
                nearest = min((abs(guess - left), 0, left), (abs(guess - up), 1, up),
                              (abs(guess - corner), 2, corner))[2]
                row[x] = (row[x] + nearest) & 255
        rows.append([tuple(row[x:x + (channels if alpha else 3)])
                     for x in range(0, stride, channels)])
        before = row
    return rows


class Case(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="osteon-test-"))
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)
        self.env = {"XDG_CACHE_HOME": str(self.folder / "cache"),
                    "XDG_CONFIG_HOME": str(self.folder / "config"),
                    "XDG_DATA_HOME": str(self.folder / "data")}

    def run_osteon(self, *words, **more):
        return run(*words, env={**self.env, **more})

    def assertFails(self, result, code, *needles):
        self.assertEqual(result.returncode, code, result.stderr)
        message = result.stderr.strip().splitlines()
        self.assertTrue(message, "a failure says why")
        for needle in needles:
            self.assertIn(needle, result.stderr)


class Lists(Case):
    def list(self, what, *more):
        result = self.run_osteon("list", what, *more, "--json")
        self.assertEqual(result.returncode, 0, result.stderr)
        return json.loads(result.stdout)

    def test_there_are_206_bones_with_all_their_fields(self):
        entries = self.list("bones")
        bones = [b for b in entries if b["kind"] == "bone"]
        self.assertEqual(len(bones), 206)
        self.assertEqual(len({b["id"] for b in entries}), len(entries))
        regions = {r["id"] for r in self.list("regions")}
        sites = {s["id"] for s in self.list("sites")} | {None}
        for entry in entries:
            self.assertIn(entry["kind"], {"bone", "disc", "cartilage", "tooth"})
            self.assertIn(entry["side"], {"left", "right", "midline"})
            self.assertIn(entry["region"], regions)
            self.assertIn(entry["site"], sites)
            self.assertTrue(entry["name"] and entry["latin"], entry)

    def test_landmarks_are_listed_with_their_bones_and_latin_names(self):
        landmarks = {entry["id"]: entry for entry in self.list("landmarks")}
        bones = {b["id"] for b in self.list("bones")}
        self.assertGreaterEqual(len({e["latin"] for e in landmarks.values()}), 120)
        self.assertEqual(landmarks["femur_left#greater_trochanter"]["latin"], "Trochanter major")
        for entry in landmarks.values():
            self.assertIn(entry["bone"], bones)
            self.assertTrue(entry["name"] and entry["latin"] and entry["definition"], entry)
        of_femur = self.list("landmarks", "--bone", "femur_left")
        self.assertEqual({entry["bone"] for entry in of_femur}, {"femur_left"})
        self.assertFails(self.run_osteon("list", "landmarks", "--bone", "moon"), 2, "moon")

    def test_sites_primaries_and_articles_are_there(self):
        sites = {s["id"] for s in self.list("sites")}
        self.assertLessEqual({"spine", "pelvis", "ribs", "skull", "long_bones"}, sites)
        self.assertLessEqual({"lumbar_spine", "ilium", "sternum", "mandible", "femur"}, sites)
        primaries = {p["id"] for p in self.list("primaries")}
        self.assertEqual(primaries, {"breast", "prostate", "lung", "kidney", "thyroid", "melanoma",
                                     "bladder", "colorectal", "liver", "stomach", "myeloma"})
        articles = self.list("articles")
        self.assertGreaterEqual(len(articles), 25)
        for article in articles:
            self.assertTrue(article["plain"] and article["clinical"], article)
            self.assertLessEqual(article["verified_figures"], article["figures"])

    def test_languages_are_listed_with_how_much_of_the_texts_each_has(self):
        languages = {entry["id"]: entry for entry in self.list("languages")}
        self.assertEqual(languages["en"]["translated"], 1.0)
        self.assertEqual(languages["de"]["name"], "Deutsch")
        self.assertGreater(languages["de"]["translated"], 0.1)
        self.assertFails(self.run_osteon("list", "sites", "--language", "xx"), 2, "xx", "de")

    def test_the_question_bank_is_listed_in_every_language(self):
        english = {entry["id"]: entry for entry in self.list("quiz")}
        german = {entry["id"]: entry for entry in self.list("quiz", "--language", "de")}
        self.assertGreaterEqual(len(english), 150)
        self.assertEqual(set(english), set(german))
        for id, question in english.items():
            with self.subTest(question=id):
                self.assertNotEqual(question["name"], german[id]["name"])
                self.assertEqual(len(set(question["wrong"] + [question["right"]])),
                                 len(question["wrong"]) + 1)

    def test_the_eight_tours_are_listed_in_every_language(self):
        english = {entry["id"]: entry for entry in self.list("tours")}
        german = {entry["id"]: entry for entry in self.list("tours", "--language", "de")}
        self.assertEqual(len(english), 8)
        self.assertEqual(len(english["skeleton_in_ten_stops"]["stops"]), 10)
        for id, tour in english.items():
            with self.subTest(tour=id):
                self.assertGreater(tour["seconds"], 120)
                self.assertNotEqual(tour["name"], german[id]["name"])
                self.assertEqual(len(tour["stops"]), len(german[id]["stops"]))

    def test_every_command_is_listed_with_its_keys(self):
        keys = {entry["id"]: entry for entry in self.list("keys")}
        self.assertGreater(len(keys), 60)
        self.assertEqual(keys["look.radiograph"]["keys"], "X")
        self.assertEqual(keys["undo"]["keys"], "Ctrl+Z")
        self.assertTrue(keys["step-out"]["fixed"])
        german = {entry["id"]: entry for entry in self.list("keys", "--language", "de")}
        self.assertEqual(german["undo"]["keys"], "Strg+Z")
        text = self.run_osteon("list", "keys").stdout
        self.assertRegex(text, r"look\.radiograph +Radiograph +X")

    def test_terms_and_sources_are_listed_with_all_that_is_known_of_them(self):
        terms = self.list("glossary")
        self.assertGreaterEqual(len(terms), 120)
        for term in terms:
            self.assertTrue(term["name"] and term["plain"] and term["clinical"], term)
        sources = {source["id"]: source for source in self.list("references")}
        self.assertEqual(sources["macedo2017"]["doi"], "10.4081/oncol.2017.321")
        for source in sources.values():
            self.assertGreaterEqual(source["cited"], 1, source)


class Shots(Case):
    def shot(self, name, *words):
        path = self.folder / name
        result = self.run_osteon("shot", "--out", path, *words)
        self.assertEqual(result.returncode, 0, result.stderr)
        return path

    def test_a_picture_has_the_size_asked_for_and_shows_a_skeleton(self):
        path = self.shot("a.png", "--size", "320x480")
        self.assertEqual(png_size(path), (320, 480))
        rows = png_rows(path)
        bright = [(x, y) for y, row in enumerate(rows) for x, p in enumerate(row)
                  if sum(p) > 3 * 120]
        self.assertGreater(len(bright), 320 * 480 * 0.02)
        heights = [y for _, y in bright]
        self.assertGreater(max(heights) - min(heights), 480 * 0.8)

    def test_views_sites_primaries_and_themes_change_the_picture(self):
        size = ("--size", "240x360")
        pictures = {words: self.shot("-".join(words).strip("-") + ".png", *size, *words).read_bytes()
                    for words in [(), ("--view", "posterior"), ("--view", "left"),
                                  ("--site", "spine"), ("--primary", "prostate"),
                                  ("--theme", "light"), ("--isolate", "femur_left"),
                                  ("--select", "sacrum")]}
        self.assertEqual(len(set(pictures.values())), len(pictures))

    def test_a_radiograph_is_dark_film_with_light_bone_in_every_theme(self):
        size = ("--size", "240x360", "--look", "radiograph")
        dark = png_rows(self.shot("dark.png", *size))
        light = png_rows(self.shot("light.png", *size, "--theme", "light"))
        for rows in (dark, light):
            self.assertLess(max(rows[2][2]), 20)
            bright = sum(sum(p) > 3 * 60 for row in rows for p in row)
            self.assertGreater(bright, 240 * 360 * 0.01)

    def test_a_bone_scan_has_two_views_of_dark_bones_on_paper(self):
        rows = png_rows(self.shot("scan.png", "--size", "240x240", "--look", "bonescan"))
        for half in (slice(0, 120), slice(120, 240)):
            grey = [pixel[0] for row in rows for pixel in row[half]]
            self.assertGreater(max(grey), 235)
            self.assertLess(min(grey), 160)

    def test_two_primaries_are_compared_side_by_side(self):
        size = ("--size", "240x240")
        rows = png_rows(self.shot("both.png", *size, "--primary", "breast",
                                  "--compare", "prostate"))
        self.assertFalse([row[:120] for row in rows] == [row[120:] for row in rows])
        alone = png_rows(self.shot("one.png", *size, "--primary", "breast"))
        self.assertFalse(rows == alone)
        result = self.run_osteon("shot", "--out", self.folder / "x.png", "--compare", "breast")
        self.assertFails(result, 2, "--compare", "--primary")

    def test_looks_change_the_picture_and_a_ghost_needs_something_solid(self):
        site = ("--size", "240x360", "--site", "spine")
        pictures = {look: self.shot(look + ".png", *site, "--look", look).read_bytes()
                    for look in ("solid", "ghost", "radiograph")}
        self.assertEqual(len(set(pictures.values())), 3)
        self.assertEqual(pictures["ghost"], self.shot("site.png", *site).read_bytes())
        result = self.run_osteon("shot", "--out", self.folder / "x.png", "--look", "ghost")
        self.assertFails(result, 2, "--look", "--select")

    def test_the_same_picture_comes_out_every_time(self):
        size = ("--size", "240x360", "--primary", "breast")
        self.assertEqual(self.shot("a.png", *size).read_bytes(),
                         self.shot("b.png", *size).read_bytes())

    def test_the_interface_is_drawn_at_every_scale(self):
        for scale in ("0.75", "1", "2", "3"):
            path = self.shot(f"ui{scale}.png", "--ui", "--size", "1280x720", "--scale", scale)
            self.assertEqual(png_size(path), (1280, 720))

    def test_a_landmark_is_flown_to_and_named(self):
        size = ("--ui", "--size", "1280x720")
        bone = self.shot("bone.png", *size, "--select", "femur_left").read_bytes()
        far = self.shot("far.png", *size, "--landmark", "femur_left#greater_trochanter")
        near = self.shot("near.png", *size, "--landmark", "femur_left#medial_condyle")
        self.assertEqual(len({bone, far.read_bytes(), near.read_bytes()}), 3)

    def test_names_are_drawn_over_a_picture_at_any_size_and_leave_its_ground_clear(self):
        for size in ("480x320", "300x600"):
            isolated = ("--size", size, "--isolate", "femur_left", "--transparent")
            plain = png_rows(self.shot("plain.png", *isolated), alpha=True)
            named = png_rows(self.shot("named.png", *isolated, "--labels"), alpha=True)
            self.assertNotEqual(plain, named)
            self.assertEqual({named[y][x][3] for x in (1, -2) for y in (1, -2)}, {0})
        self.assertEqual(self.shot("a.png", "--size", "640x480", "--labels").read_bytes(),
                         self.shot("b.png", "--size", "640x480", "--labels").read_bytes())

    def session_file(self, bone="femur_left", ink=True):
        """A session, with a wide red stroke along the front of a femur."""
        places = [[0.1, 0.5 + 0.01 * i, 0.06] for i in range(30)]
        stroke = {"id": 1, "colour": "warning", "width": 0.03,
                  "lines": [[{"bone": bone, "places": places}]]}
        session = {"format": "osteon session", "version": [1, 0],
                   "notes": {"ink": [stroke] if ink else []}}
        file = self.folder / "round.osteon"
        file.write_text(json.dumps(session))
        return file

    def test_a_saved_session_is_drawn_with_its_notes(self):
        size = ("--size", "200x300", "--session")
        plain = png_rows(self.shot("plain.png", *size, self.session_file(ink=False)))
        noted = png_rows(self.shot("noted.png", *size, self.session_file()))
        changed = sum(a != b for one, other in zip(plain, noted) for a, b in zip(one, other))
        self.assertGreater(changed, 100)

    def test_a_faulty_session_exits_with_1_and_names_the_place(self):
        file = self.session_file("femur_middle")
        result = self.run_osteon("shot", "--out", self.folder / "x.png", "--session", file)
        self.assertFails(result, 1, "round.osteon", "notes.ink[0].lines[0][0].bone", "femur_middle")
        file.write_text(file.read_text()[:100])
        result = self.run_osteon("shot", "--out", self.folder / "x.png", "--session", file)
        self.assertFails(result, 1, "round.osteon", "line 1", "ends too early")

    def test_panels_have_a_ground_and_so_no_transparent_picture(self):
        result = self.run_osteon("shot", "--out", self.folder / "x.png", "--ui", "--transparent")
        self.assertFails(result, 2, "--transparent", "--ui")

    def test_unknown_ids_are_told_with_the_nearest_one(self):
        for words, near in [(("--site", "spin"), "spine"), (("--primary", "brest"), "breast"),
                            (("--select", "femur_lef"), "femur_left"),
                            (("--isolate", "sacrun"), "sacrum"),
                            (("--landmark", "femur_left#lesser_trochanta"),
                             "femur_left#lesser_trochanter")]:
            result = self.run_osteon("shot", "--out", self.folder / "x.png", *words)
            self.assertFails(result, 2, words[1], near)
            self.assertFalse((self.folder / "x.png").exists())

    def test_a_picture_that_cannot_be_written_leaves_nothing(self):
        result = self.run_osteon("shot", "--size", "64x64", "--out", "/proc/osteon/x.png")
        self.assertFails(result, 3, "x.png")


class CommandLine(Case):
    def test_faults_of_the_command_line_exit_with_2(self):
        for words in [("dance",), ("shot",), ("list", "muscles"), ("--wings",),
                      ("shot", "--out", "x.png", "--size", "big"), ("bench", "all"),
                      ("model",), ("content",)]:
            self.assertFails(self.run_osteon(*words), 2, "osteon: command line")

    def test_help_and_version_exit_with_0(self):
        self.assertIn("shot", self.run_osteon("--help").stdout)
        version = self.run_osteon("--version")
        self.assertEqual(version.returncode, 0, version.stderr)
        self.assertIn("OpenGL", version.stdout)


class Machine(Case):
    def test_no_display_is_said_with_what_to_do_instead(self):
        self.assertFails(self.run_osteon(), 3, "display", "osteon shot")

    def test_no_opengl_is_said(self):
        nothing = str(self.folder / "none")
        result = self.run_osteon("shot", "--out", self.folder / "x.png",
                                 __EGL_VENDOR_LIBRARY_FILENAMES=nothing)
        self.assertFails(result, 3, "OpenGL")
        self.assertFalse((self.folder / "x.png").exists())

    def test_no_home_folder_is_no_obstacle(self):
        path = self.folder / "x.png"
        result = subprocess.run([PROGRAM, "shot", "--size", "64x64", "--out", path],
                                env={"PATH": os.environ["PATH"]}, capture_output=True, text=True)
        self.assertEqual(result.returncode, 0, result.stderr)
        self.assertEqual(png_size(path), (64, 64))

    @unittest.skipUnless(os.geteuid() == 0, "needs root to mount a small tmpfs")
    def test_a_full_disk_is_said_and_nothing_half_written_remains(self):
        small = self.folder / "small"
        small.mkdir()
        mount = ["mount", "-t", "tmpfs", "-o", "size=16k", "tmpfs", str(small)]
        if subprocess.run(mount, capture_output=True).returncode != 0:
            self.skipTest("a tmpfs may not be mounted here")
        self.addCleanup(subprocess.run, ["umount", str(small)])
        result = self.run_osteon("shot", "--out", small / "x.png", "--size", "1280x720")
        self.assertFails(result, 3, "x.png", "full")
        self.assertEqual(list(small.iterdir()), [])
        result = self.run_osteon("shot", "--out", self.folder / "y.png", "--size", "64x64",
                                 XDG_CACHE_HOME=str(small))
        self.assertEqual(result.returncode, 0, result.stderr)


class Inputs(Case):
    def test_models_that_are_none_exit_with_1_and_name_the_file(self):
        bad = {"empty.glb": b"", "text.glb": b"hello", "cut.glb": b"glTF\x02\0\0\0\xff\0\0\0",
               "cut.stl": b"solid x\n facet normal 0 0", "noise.ply": bytes(range(256)) * 8,
               "no_faces.obj": b"v 0 0 0\nv 1 0 0\nv 0 1 0\n", "broken.zip": b"PK\x03\x04junk",
               "page.html": b"<html></html>", "cut.fbx": b"Kaydara FBX Binary  \0\x1a\0"}
        for name, data in bad.items():
            path = self.folder / name
            path.write_bytes(data)
            with self.subTest(name=name):
                self.assertFails(self.run_osteon("model", "inspect", path), 1, name)
                self.assertFails(self.run_osteon("shot", "--out", self.folder / "x.png",
                                                 "--model", path), 1, name)
        self.assertFails(self.run_osteon("model", "inspect", self.folder / "missing.glb"), 1,
                         "missing.glb")
        (self.folder / "hollow").mkdir()
        self.assertFails(self.run_osteon("model", "inspect", self.folder / "hollow"), 1, "hollow")
        self.assertFalse((self.folder / "x.png").exists())

    def test_a_model_that_is_no_skeleton_exits_with_1(self):
        path = self.folder / "chair.obj"
        path.write_text("o chair\nv 0 0 0\nv 1 0 0\nv 0 1.7 0\nf 1 2 3\n")
        self.assertFails(self.run_osteon("model", "inspect", path), 1, "chair.obj")
        self.assertFails(self.run_osteon("shot", "--out", self.folder / "x.png", "--model", path),
                         1, "chair.obj")

    def test_a_bone_by_its_name_is_matched_and_drawn(self):
        path = self.folder / "leg.obj"
        path.write_text("o Femur.L\nv 0 0 0\nv 0.1 0 0\nv 0 0.44 0\nv 0 0 0.1\n"
                        "f 1 3 2\nf 1 2 4\nf 1 4 3\nf 2 3 4\n")
        result = self.run_osteon("model", "inspect", path, "--json")
        self.assertEqual(result.returncode, 0, result.stderr)
        inspection = json.loads(result.stdout)
        self.assertEqual([m["bone"] for m in inspection["matched"]], ["femur_left"])
        self.assertEqual(inspection["unmatched"], [])

    def test_the_shipped_content_has_no_fault(self):
        result = self.run_osteon("content", "check")
        self.assertEqual(result.returncode, 0, result.stdout[-3000:])

    def test_faults_of_a_content_folder_are_told_with_file_and_line(self):
        (self.folder / "en" / "general").mkdir(parents=True)
        (self.folder / "en" / "general" / "x.md").write_text("+++\ntitle = \n+++\ntext\n")
        result = self.run_osteon("content", "check", self.folder)
        self.assertEqual(result.returncode, 1, result.stderr)
        self.assertRegex(result.stdout, r"x\.md:\d+:\d+: ")
        self.assertFails(self.run_osteon("content", "check", self.folder / "none"), 1, "none")


class Benches(Case):
    def test_benches_without_a_window_print_their_figures(self):
        for what, keys in [("frame", {"median_ms", "p95_ms"}), ("pick", {"median_ms", "p95_ms"})]:
            result = self.run_osteon("bench", what, "--json", "--size", "160x120")
            self.assertEqual(result.returncode, 0, result.stderr)
            figures = json.loads(result.stdout)
            self.assertLessEqual(keys | {"model", "triangles", "size", "driver"}, set(figures))


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1], verbosity=1)
