#!/usr/bin/env python3
"""What comes out of the program by its command line: sheets to take home, and tours as files.

    output_test.py PROGRAM
"""
import json
import os
import pathlib
import resource
import shutil
import signal
import struct
import subprocess
import sys
import tempfile
import unittest

PROGRAM = sys.argv[1]


class Case(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="osteon-output-"))
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)
        self.env = dict(os.environ)
        self.env.pop("DISPLAY", None)

    def command(self, *words):
        return [PROGRAM, *map(str, words)]

    def osteon(self, *words):
        return subprocess.run(self.command(*words), capture_output=True, text=True, env=self.env,
                              cwd=self.folder, timeout=240)

    def pdf_pages(self, path):
        """As pdfinfo counts them; skips where it is not installed."""
        if shutil.which("pdfinfo") is None:
            self.skipTest("pdfinfo is not installed (Debian package poppler-utils)")
        info = subprocess.run(["pdfinfo", path], capture_output=True, text=True, check=True).stdout
        return int(next(l.split()[1] for l in info.splitlines() if l.startswith("Pages:")))

    def shortest_tour(self):
        listed = json.loads(self.osteon("list", "tours", "--json").stdout)
        count = lambda tour: tour["stops"] if isinstance(tour["stops"], int) else len(tour["stops"])
        tour = min(listed, key=count)
        return tour["id"], count(tour)


    def out_of_room(self, *words):
        """The same on a disk with room for files of 20 kB."""
        limit = lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))
        return subprocess.run(self.command(*words), capture_output=True, text=True, env=self.env,
                              cwd=self.folder, timeout=240, preexec_fn=limit,
                              restore_signals=False)  # Python ignores SIGXFSZ: writes fail

    def check_refused(self, result, path):
        """One message that names the file, and nothing left in the folder."""
        self.assertEqual(result.returncode, 3, result.stderr)
        self.assertIn(str(path), result.stderr)
        told = [line for line in result.stderr.splitlines() if line.startswith("osteon:")]
        self.assertEqual(len(told), 1, result.stderr)
        self.assertEqual(list(self.folder.iterdir()), [])


class Handouts(Case):
    def test_a_sheet_is_named_by_what_it_tells_of_and_never_written_over(self):
        for name in ("femur-lung.pdf", "femur-lung 2.pdf"):
            result = self.osteon("handout", "--site", "femur", "--primary", "lung")
            self.assertEqual(result.returncode, 0, result.stderr)
            self.assertIn(name, result.stdout)
            self.assertIn(self.pdf_pages(self.folder / name), range(1, 5))

    def test_a_full_disk_leaves_nothing_of_sheets_and_pictures(self):
        for words, name in ((("handout", "--site", "spine"), "sheet.pdf"),
                            (("shot", "--size", "640x360"), "shot.png")):
            path = self.folder / name
            self.check_refused(self.out_of_room(*words, "--out", path), path)

    def test_a_sheet_in_german_on_letter_paper(self):
        path = self.folder / "blatt.pdf"
        result = self.osteon("handout", "--site", "sacrum", "--language", "de", "--paper", "letter",
                             "--out", path)
        self.assertEqual(result.returncode, 0, result.stderr)
        self.assertIn(self.pdf_pages(path), range(1, 5))
        words = subprocess.run(["pdftotext", path, "-"], capture_output=True, text=True).stdout
        self.assertIn("Kreuzbein", words)

    def test_what_cannot_be_told_of_is_refused(self):
        unknown = self.osteon("handout", "--site", "spien")
        self.assertEqual(unknown.returncode, 2)
        self.assertIn("spine", unknown.stderr)
        self.assertEqual(self.osteon("handout").returncode, 2)
        denied = self.osteon("handout", "--site", "spine", "--out", "/proc/sheet.pdf")
        self.assertEqual(denied.returncode, 3)
        self.assertIn("/proc/sheet.pdf", denied.stderr)
        self.assertEqual(list(self.folder.iterdir()), [])


class Tours(Case):
    def test_a_tour_becomes_numbered_pictures(self):
        tour, stops = self.shortest_tour()
        out = self.folder / "pictures"
        for _ in range(2):  # a folder of an earlier export is written anew
            result = self.osteon("tour", "export", tour, "--png", out, "--size", "320x180",
                                 "--transparent")
            self.assertEqual(result.returncode, 0, result.stderr)
        names = sorted(path.name for path in out.iterdir())
        self.assertEqual(names, [f"stop-{n:02}.png" for n in range(1, stops + 1)] + ["stops.txt"])
        size = struct.unpack(">II", (out / "stop-01.png").read_bytes()[16:24])
        self.assertEqual(size, (320, 180))

    def test_a_tour_becomes_a_pdf_of_one_page_a_stop(self):
        tour, stops = self.shortest_tour()
        path = self.folder / "tour.pdf"
        result = self.osteon("tour", "export", tour, "--pdf", path)
        self.assertEqual(result.returncode, 0, result.stderr)
        self.assertEqual(self.pdf_pages(path), stops)

    def test_a_tour_becomes_a_video_and_tells_how_far_it_is(self):
        tour, _ = self.shortest_tour()
        path = self.folder / "tour.webm"
        result = self.osteon("tour", "export", tour, "--video", path, "--size", "320x180", "--fps",
                             5, "--rest", 0.4, "--tell")
        if "no encoder" in result.stderr:
            self.skipTest(result.stderr.strip())
        self.assertEqual(result.returncode, 0, result.stderr)
        self.assertGreater(path.stat().st_size, 1000)
        steps = [line.split(" ", 2) for line in result.stdout.splitlines()]
        video = [int(done) for done, _, what in steps if "video" in what]
        self.assertEqual(video, sorted(video))
        self.assertGreater(len(video), 5)

    def test_an_export_that_is_stopped_leaves_nothing(self):
        tour, _ = self.shortest_tour()
        for option, name in (("--video", "tour.webm"), ("--png", "pictures"), ("--pdf", "tour.pdf")):
            run = subprocess.Popen(self.command("tour", "export", tour, option, self.folder / name,
                                                "--tell"),
                                   stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
                                   env=self.env)
            for line in run.stdout:
                if any(work in line for work in ("video", "pictures", "handout")):
                    break
            run.send_signal(signal.SIGINT)
            _, errors = run.communicate(timeout=120)
            self.assertEqual(run.returncode, 130, errors)
            self.assertIn(name, errors)
            self.assertEqual(list(self.folder.iterdir()), [])

    def test_a_full_disk_leaves_nothing_of_a_tour(self):
        tour, _ = self.shortest_tour()
        for option, name in (("--video", "tour.webm"), ("--png", "pictures"), ("--pdf", "tour.pdf")):
            path = self.folder / name
            result = self.out_of_room("tour", "export", tour, option, path, "--size", "640x360",
                                      "--fps", 5, "--rest", 0.4)
            if "no encoder" in result.stderr:
                continue
            self.check_refused(result, path)

    def test_a_folder_that_may_not_be_written_is_named(self):
        tour, _ = self.shortest_tour()
        for option, name in (("--video", "tour.webm"), ("--png", "pictures"), ("--pdf", "tour.pdf")):
            result = self.osteon("tour", "export", tour, option, "/proc/" + name, "--size",
                                 "320x180", "--fps", 5, "--rest", 0.4)
            if "no encoder" in result.stderr:
                continue
            self.check_refused(result, "/proc/" + name)

    def test_a_tour_of_the_users_own_is_listed_and_exported(self):
        own = self.folder / "data" / "osteon" / "tours"
        own.mkdir(parents=True)
        (own / "ward_round.toml").write_text(
            'title = "Ward round"\nsummary = "Our own"\nlevel = "plain"\n'
            '[[stop]]\ntitle = "The spine"\ntext = "Seen from behind."\nseconds = 30\n'
            'site = "spine"\nlook = "solid"\n')
        self.env["XDG_DATA_HOME"] = str(self.folder / "data")
        listed = json.loads(self.osteon("list", "tours", "--json").stdout)
        self.assertEqual([tour["id"] for tour in listed if tour["own"]], ["ward_round"])
        self.assertRegex(self.osteon("list", "tours").stdout, r"ward_round +Ward round +own")
        path = self.folder / "tour.pdf"
        result = self.osteon("tour", "export", "ward_round", "--pdf", path)
        self.assertEqual(result.returncode, 0, result.stderr)
        self.assertEqual(self.pdf_pages(path), 1)

    def test_what_cannot_be_exported_is_refused(self):
        tour, _ = self.shortest_tour()
        self.assertEqual(self.osteon("tour", "export", "nonsense", "--pdf", "x.pdf").returncode, 2)
        self.assertEqual(self.osteon("tour", "export", tour).returncode, 2)
        self.assertEqual(self.osteon("tour", "export", tour, "--video", "x.avi").returncode, 2)
        (self.folder / "mine").mkdir()
        (self.folder / "mine" / "letter.txt").write_text("mine")
        kept = self.osteon("tour", "export", tour, "--png", self.folder / "mine")
        self.assertEqual(kept.returncode, 2)
        self.assertTrue((self.folder / "mine" / "letter.txt").exists())


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
