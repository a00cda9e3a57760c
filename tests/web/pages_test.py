#!/usr/bin/env python3
"""The pages of 'osteon content export --html', read as a browser and a screen reader would.

    pages_test.py PROGRAM
"""
import collections
import html.parser
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

PROGRAM = sys.argv[1]
VOID = {"meta", "link", "img", "hr", "br"}
MARK = "osteon-export.txt"


def export(*words, cwd=None):
    return subprocess.run([PROGRAM, "content", "export", *map(str, words)], capture_output=True,
                          text=True, cwd=cwd, timeout=280)


class Page(html.parser.HTMLParser):
    """One page: every element must be closed where it was opened."""

    def __init__(self, path):
        super().__init__()
        self.faults, self.open, self.elements = [], [], []
        self.ids, self.headings = collections.Counter(), []
        self.text = path.read_text(encoding="utf-8")
        self.feed(self.text)
        self.close()
        self.faults += [f"<{tag}> is never closed" for tag in self.open]

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        self.elements.append((tag, attributes, tuple(self.open)))
        if "id" in attributes:
            self.ids[attributes["id"]] += 1
        if len(tag) == 2 and tag[0] == "h" and tag[1].isdigit():
            self.headings.append(int(tag[1]))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.faults.append(f"</{tag}> in line {self.getpos()[0]} closes another element")

    def named(self, *tags):
        return [attributes for tag, attributes, _ in self.elements if tag in tags]


class Export(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.base = pathlib.Path(tempfile.mkdtemp(prefix="osteon-web-"))
        cls.addClassCleanup(shutil.rmtree, cls.base, ignore_errors=True)
        cls.folder = cls.base / "pages"
        cls.result = export("--html", cls.folder)
        assert cls.result.returncode == 0, cls.result.stderr
        cls.pages = {path: Page(path) for path in sorted(cls.folder.rglob("*.html"))}

    def each(self):
        for path, page in self.pages.items():
            with self.subTest(page=str(path.relative_to(self.folder))):
                yield path, page

    def test_there_is_a_page_for_each_article_site_and_primary(self):
        names = {path.name for path in self.pages if path.parent == self.folder}
        for wanted in ("index", "article-symptoms", "site-spine", "site-femur", "primary-breast",
                       "primary-all", "matrix", "bones", "landmarks", "glossary", "references",
                       "about"):
            self.assertIn(wanted + ".html", names)
        self.assertIn(f"{len(self.pages)} pages", self.result.stdout)

    def test_elements_are_closed_in_order_and_ids_are_unique(self):
        for _, page in self.each():
            self.assertEqual(page.faults, [])
            self.assertEqual([name for name, count in page.ids.items() if count > 1], [])

    def test_every_link_within_the_pages_leads_somewhere(self):
        for path, page in self.each():
            broken = []
            for target in (a["href"] for a in page.named("a")):
                if target.startswith("http"):
                    continue
                file, _, anchor = target.partition("#")
                there = self.pages.get((path.parent / file).resolve() if file else path)
                if there is None or (anchor and anchor not in there.ids):
                    broken.append(target)
            self.assertEqual(broken, [])

    def test_nothing_is_run_and_nothing_is_fetched_from_elsewhere(self):
        for path, page in self.each():
            self.assertEqual(page.named("script", "iframe", "object", "form"), [])
            self.assertFalse([name for _, attributes, _ in page.elements for name in attributes
                              if name.startswith("on")])
            for sheet in page.named("link"):
                self.assertTrue(sheet["href"] == "data:," or (path.parent / sheet["href"]).exists())
            for picture in page.named("img"):
                self.assertTrue((path.parent / picture["src"]).exists(), picture["src"])

    def test_a_screen_reader_finds_language_landmarks_headings_and_words_for_pictures(self):
        for _, page in self.each():
            self.assertTrue(page.named("html")[0]["lang"])
            for tag in ("header", "main", "footer", "h1"):
                self.assertEqual(len(page.named(tag)), 1, tag)
            first = page.named("a")[0]
            self.assertEqual(first["href"], "#content")
            for before, after in zip(page.headings, page.headings[1:]):
                self.assertLessEqual(after, before + 1, page.headings)
            for picture in page.named("img"):
                self.assertGreater(len(picture["alt"]), 10)
            for cell in page.named("th"):
                self.assertIn(cell["scope"], ("row", "col"))
            navigations = [nav["aria-label"] for nav in page.named("nav")]
            self.assertEqual(len(navigations), len(set(navigations)))

    def test_each_page_says_that_it_is_no_diagnosis_and_each_article_who_reviewed_it(self):
        for path, page in self.each():
            if path.parent == self.folder:
                self.assertIn("Not a diagnosis", page.text)
            if path.name.startswith(("article-", "site-")):
                self.assertIn('class="review"', page.text)

    def test_pages_in_another_language_speak_it_around_the_articles(self):
        text = self.pages[self.folder / "de" / "primary-breast.html"].text
        self.assertIn("In einfachen Worten", text)
        for words in ("In plain words", "How sure", "Main menu", "On this page", "Sources"):
            self.assertNotIn(words, text)

    def test_a_cited_source_is_listed_with_a_way_back_to_each_mention(self):
        page = self.pages[self.folder / "article-symptoms.html"]
        marks = [a for a in page.named("a") if a.get("role") == "doc-noteref"]
        backs = [a for a in page.named("a") if a.get("role") == "doc-backlink"]
        self.assertGreater(len(marks), 5)
        self.assertEqual({"#" + mark["id"] for mark in marks}, {back["href"] for back in backs})
        self.assertIn("https://doi.org/", page.text)

    def test_figures_say_range_method_and_how_sure_and_bases_never_share_a_table(self):
        text = self.pages[self.folder / "primary-breast.html"].text
        for words in ("How obtained", "How sure", "Range", "Share of lesions"):
            self.assertIn(words, text)
        patients = text.split('id="of-patients"')[1].split("</table>")[0]
        self.assertNotIn("esions counted", patients)

    def test_survival_stays_closed_until_the_reader_opens_it(self):
        for path, page in self.each():
            if "How things may go" in page.text:
                self.assertTrue(page.named("details"), path)
        self.assertFalse([a for page in self.pages.values() for a in page.named("details")
                          if "open" in a])


class Folders(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="osteon-web-"))
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)

    def test_a_folder_with_other_files_is_refused_and_left_alone(self):
        (self.folder / "letter.txt").write_text("mine")
        result = export("--html", self.folder)
        self.assertEqual(result.returncode, 2, result.stderr)
        self.assertIn("holds other files", result.stderr)
        self.assertEqual([path.name for path in self.folder.iterdir()], ["letter.txt"])

    def test_a_file_in_the_way_is_named(self):
        (self.folder / "pages").write_text("mine")
        result = export("--html", self.folder / "pages")
        self.assertEqual(result.returncode, 2, result.stderr)
        self.assertIn("not a folder", result.stderr)

    def test_an_unknown_language_is_told(self):
        result = export("--html", self.folder / "pages", "--language", "xx")
        self.assertNotEqual(result.returncode, 0)
        self.assertIn("xx", result.stderr)
        self.assertEqual(list(self.folder.iterdir()), [])

    def test_an_earlier_export_is_replaced_whole(self):
        pages = self.folder / "pages"
        pages.mkdir()
        (pages / MARK).write_text("earlier")
        (pages / "old.html").write_text("earlier")
        result = export("--html", pages, "--language", "en", "--no-pictures")
        self.assertEqual(result.returncode, 0, result.stderr)
        self.assertFalse((pages / "old.html").exists())
        self.assertTrue((pages / "index.html").exists())
        self.assertEqual([path.name for path in self.folder.iterdir()], ["pages"])

    @unittest.skipUnless(os.geteuid() == 0, "needs root to mount a small tmpfs")
    def test_a_full_disk_is_said_once_and_nothing_half_written_remains(self):
        mount = ["mount", "-t", "tmpfs", "-o", "size=200k", "tmpfs", str(self.folder)]
        if subprocess.run(mount, capture_output=True).returncode != 0:
            self.skipTest("a tmpfs may not be mounted here")
        self.addCleanup(subprocess.run, ["umount", str(self.folder)])
        result = export("--html", self.folder / "pages", "--no-pictures")
        self.assertEqual(result.returncode, 3, result.stderr)
        self.assertEqual(result.stderr.count("disk is full"), 1, result.stderr)
        self.assertEqual(list(self.folder.iterdir()), [])


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1], verbosity=1)
