#!/usr/bin/env python3
"""The texts of the interface, as the code asks for them: the arguments of tr(), tr_count() and
translatable(). Translators find them in content/en/interface.toml.

    interface_texts.py SOURCE_DIR            prints that file as it should be
    interface_texts.py SOURCE_DIR --write    writes it
"""
import ast
import pathlib
import re
import sys

LITERAL = r'"(?:\\.|[^"\\])*"'
TEXT = rf"{LITERAL}(?:\s*{LITERAL})*"
CALL = re.compile(rf"\b(?:tr|tr_\w+|translatable)\(\s*({TEXT})(?:\s*,\s*({TEXT}))?")
ROOMS = ("knowledge", "study", "session", "view", "output", "ui", "app")


def value_of(literals):
    """Adjacent C++ literals as the text that they stand for."""
    return "".join(ast.literal_eval(each) for each in re.findall(LITERAL, literals))


def texts_of(code):
    code = re.sub(r"^\s*//.*$", "", code, flags=re.M)
    for call in CALL.finditer(code):
        yield value_of(call.group(1))
        if call.group(0).startswith("tr_count") and call.group(2):
            yield value_of(call.group(2))


def interface_texts(source):
    texts = set()
    for room in ROOMS:
        for path in sorted((source / "src" / room).glob("*.[ch]*")):
            texts.update(texts_of(path.read_text()))
    return sorted(texts - {""})


def as_toml(texts):
    lines = ["# The texts of the interface, for the translators. Written by",
             "# tests/rules/interface_texts.py, which collects them from the code.", "",
             "texts = ["]
    for text in texts:
        quoted = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
        lines.append(f'  "{quoted}",')
    return "\n".join(lines + ["]", ""])


if __name__ == "__main__":
    root = pathlib.Path(sys.argv[1])
    listed = as_toml(interface_texts(root))
    if "--write" in sys.argv[2:]:
        (root / "content/en/interface.toml").write_text(listed)
    else:
        print(listed, end="")
