#!/usr/bin/env python3
"""The house rules that a compiler or a search can check.

    rules_test.py SOURCE_DIR BUILD_DIR
"""
import json
import pathlib
import re
import shlex
import subprocess
import sys
import tempfile
import tomllib
import unittest

from interface_texts import TEXT, as_toml, interface_texts, value_of

SOURCE = pathlib.Path(sys.argv[1])
BUILD = pathlib.Path(sys.argv[2])
CODE = sorted(p for folder in ("src", "tests") for ext in ("*.h", "*.cpp")
              for p in (SOURCE / folder).rglob(ext))


def room_uses():
    """Room name -> the rooms that src/CMakeLists.txt lets it use."""
    text = (SOURCE / "src/CMakeLists.txt").read_text()
    uses = {}
    for name, rest in re.findall(r"osteon_room\((\w+)([^)]*)\)", text):
        listed = re.search(r"USES ([\w ]+)", rest)
        uses[name] = listed.group(1).split() if listed else []
    return uses


def compile_command(room):
    for entry in json.loads((BUILD / "compile_commands.json").read_text()):
        if f"osteon_{room}.dir" in entry["command"]:
            return shlex.split(entry["command"])
    raise LookupError(room)


def compiles(room, text):
    words = [w for w in compile_command(room) if not w.endswith("ccache")]
    words = words[:words.index("-o")] + ["-fsyntax-only"]
    for flag in ("-MD", "-MT", "-MF"):
        if flag in words:
            at = words.index(flag)
            del words[at:at + (1 if flag == "-MD" else 2)]
    with tempfile.NamedTemporaryFile("w", suffix=".cpp") as file:
        file.write(text)
        file.flush()
        return subprocess.run(words + [file.name], capture_output=True).returncode == 0


class Rooms(unittest.TestCase):
    def test_a_room_sees_its_own_headers_and_no_room_above_it(self):
        uses = room_uses()
        header = {room: sorted((SOURCE / "src" / room).glob("*.h"))[0].name for room in uses}
        for room, used in uses.items():
            with self.subTest(room=room):
                self.assertTrue(compiles(room, f'#include "{room}/{header[room]}"\n'))
                for other in sorted(set(uses) - set(used) - {room}):
                    self.assertFalse(compiles(room, f'#include "{other}/{header[other]}"\n'),
                                     f"{room} can include {other}")

    def test_imgui_is_called_only_in_ui_and_opengl_only_in_render(self):
        for path in (SOURCE / "src").rglob("*.cpp"):
            room = path.relative_to(SOURCE / "src").parts[0]
            text = re.sub(r"//.*", "", path.read_text())
            if room != "ui":
                self.assertIsNone(re.search(r"\bImGui::|<imgui", text), path)
            if room != "render":
                self.assertIsNone(re.search(r"\bgl[A-Z]\w*\(|<glad/", text), path)


class Text(unittest.TestCase):
    def test_code_is_formatted(self):
        result = subprocess.run(["clang-format", "--dry-run", "-Werror", *map(str, CODE)],
                                capture_output=True, text=True)
        self.assertEqual(result.returncode, 0, result.stderr[:2000])

    def test_shell_scripts_parse(self):
        for name in ("run.sh", "test.sh", ".ci/run", "third_party/install.sh"):
            self.assertEqual(subprocess.run(["bash", "-n", SOURCE / name]).returncode, 0, name)

    def test_nothing_is_left_unfinished(self):
        for path in CODE:
            if path.is_relative_to(SOURCE / "src"):
                self.assertIsNone(re.search(r"\b(TODO|FIXME|XXX|HACK)\b", path.read_text()), path)

    def test_every_library_of_the_package_lists_has_its_licence_listed(self):
        readme = (SOURCE / "third_party/README.md").read_text()
        tools = {"ca-certificates", "cmake", "g++", "ninja-build", "pkg-config", "clang-format",
                 "python3", "libgl-dev", "libegl-dev", "libopengl-dev", "libgl1",
                 "libmd4c-html0-dev", "libegl-mesa0", "libglx-mesa0"}
        for name in ("packages.txt", "packages-test.txt"):
            for line in (SOURCE / "third_party" / name).read_text().splitlines():
                if line and not line.startswith("#") and line not in tools:
                    self.assertIn(line, readme)


class Languages(unittest.TestCase):
    """Texts that no list names would stay English on a German page."""

    def test_the_texts_that_the_code_asks_for_are_those_listed_for_translators(self):
        listed = (SOURCE / "content/en/interface.toml").read_text()
        self.assertEqual(listed, as_toml(interface_texts(SOURCE)),
                         "run tests/rules/interface_texts.py . --write, and translate what is new")

    def test_every_language_has_every_text_of_the_interface(self):
        texts = set(interface_texts(SOURCE))
        for path in (SOURCE / "content").glob("*/interface.toml"):
            if path.parent.name != "en":
                with self.subTest(language=path.parent.name):
                    self.assertEqual(set(tomllib.loads(path.read_text())), texts)

    def test_what_panels_say_is_translated(self):
        """A text of several words that begins with a capital is meant to be read."""
        texts = set(interface_texts(SOURCE))
        for path in sorted((SOURCE / "src/ui").glob("*.cpp")):
            code = re.sub(r"(?<!:)//.*", "", path.read_text())
            # Messages for logs, and errors from before there are texts.
            code = re.sub(r"(fail\(\{|spdlog::\w+\(|warning =|static_assert\(|key =)[^;]*;", "", code)
            for literals in re.findall(TEXT, code):
                text = value_of(literals)
                if re.match(r"[A-Z][a-z]+ ", text):
                    with self.subTest(file=path.name):
                        self.assertIn(text, texts)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1], verbosity=1)
