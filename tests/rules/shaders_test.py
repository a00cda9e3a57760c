#!/usr/bin/env python3
"""Every shader is both OpenGL 3.3 and OpenGL ES 3.0, alone and linked in the pairs of the renderer.

    shaders_test.py SOURCE_DIR
"""
import itertools
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest

SOURCE = pathlib.Path(sys.argv[1])
SHADERS = SOURCE / "shaders"
STAGES = {path.name: path for ext in ("*.vert", "*.frag") for path in SHADERS.glob(ext)}

# What stands before the text. A program for OpenGL ES must say how exact its numbers are where the
# language has no default: numbers of fragment shaders; samplers of integers say so themselves.
DIALECTS = {
    "OpenGL 3.3": "#version 330 core\n",
    "OpenGL ES 3.0": "#version 300 es\nprecision highp float;\nprecision highp int;\n",
}


def pairs():
    """The pairs of shaders that the renderer links, as its source names them, with the macros that
    it may define for each."""
    found = {}
    for path in (SOURCE / "src/render").rglob("*.cpp"):
        for vertex, fragment, macros in re.findall(
                r'"([\w-]+\.vert)",\s*"([\w-]+\.frag)"(?:,\s*\{([^}]*)\})?', path.read_text()):
            found[vertex, fragment] = re.findall(r'"(\w+)"', macros)
    return found


def choices(macros):
    """All sets of the macros but the empty one."""
    return [chosen for count in range(1, len(macros) + 1)
            for chosen in itertools.combinations(macros, count)]


def text_for(name, dialect, macros):
    """The shader with what it includes, in a dialect; messages keep the lines of its own file."""
    def included(line):
        return (SHADERS / line.group(1)).read_text() + "\n"

    text = re.sub(r'^\s*#\s*include\s+"([\w-]+\.glsl)"\s*$', included,
                  STAGES[name].read_text(), flags=re.MULTILINE)
    defines = "".join(f"#define {macro}\n" for macro in macros)
    return DIALECTS[dialect] + defines + "#line 1\n" + text


def complaints(names, dialect, macros=()):
    """What glslangValidator says of the shaders, linked if there are two; empty if all is well."""
    with tempfile.TemporaryDirectory() as folder:
        files = [pathlib.Path(folder, name) for name in names]
        for file in files:
            file.write_text(text_for(file.name, dialect, macros))
        link = ["-l"] if len(files) > 1 else []
        run = subprocess.run(["glslangValidator", *link, *files], capture_output=True, text=True)
        return run.stdout + run.stderr if run.returncode != 0 else ""


class Shaders(unittest.TestCase):
    def test_every_shader_compiles_in_both_dialects(self):
        self.assertGreater(len(STAGES), 0)
        for name in sorted(STAGES):
            for dialect in DIALECTS:
                with self.subTest(shader=name, dialect=dialect):
                    self.assertEqual(complaints([name], dialect), "")

    def test_the_renderers_pairs_fit_together_in_both_dialects(self):
        for pair in pairs():
            for dialect in DIALECTS:
                with self.subTest(pair=pair, dialect=dialect):
                    self.assertEqual(complaints(pair, dialect), "")

    def test_pairs_with_macros_fit_together_in_both_dialects(self):
        for pair, macros in pairs().items():
            for chosen in choices(macros):
                for dialect in DIALECTS:
                    with self.subTest(pair=pair, dialect=dialect, macros=chosen):
                        self.assertEqual(complaints(pair, dialect, chosen), "")

    def test_every_shader_is_part_of_a_pair(self):
        self.assertEqual(set(STAGES), {name for pair in pairs() for name in pair})

    def test_every_included_file_is_included_somewhere(self):
        texts = "".join(path.read_text() for path in STAGES.values())
        for path in SHADERS.glob("*.glsl"):
            self.assertIn(f'#include "{path.name}"', texts)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1], verbosity=1)
