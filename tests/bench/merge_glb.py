#!/usr/bin/env python3
"""Merges a folder of GLB files, one mesh each, into one GLB whose nodes are named after the files.

    merge_glb.py FOLDER OUT.glb
"""
import json
import pathlib
import struct
import sys


def read(path):
    data = path.read_bytes()
    length, = struct.unpack_from("<I", data, 12)
    document = json.loads(data[20:20 + length])
    start = 20 + length
    size, = struct.unpack_from("<I", data, start)
    return document, data[start + 8:start + 8 + size]


def main(folder, out):
    merged = {"asset": {"version": "2.0"}, "scene": 0, "scenes": [{"nodes": []}], "nodes": [],
              "meshes": [], "accessors": [], "bufferViews": [], "buffers": []}
    binary = b""
    for path in sorted(pathlib.Path(folder).glob("*.glb")):
        document, part = read(path)
        views, accessors = len(merged["bufferViews"]), len(merged["accessors"])
        for view in document["bufferViews"]:
            merged["bufferViews"].append(
                {**view, "buffer": 0, "byteOffset": view.get("byteOffset", 0) + len(binary)})
        for accessor in document["accessors"]:
            merged["accessors"].append({**accessor, "bufferView": accessor["bufferView"] + views})
        for mesh in document["meshes"]:
            primitives = [{"mode": p.get("mode", 4), "indices": p["indices"] + accessors,
                           "attributes": {k: v + accessors for k, v in p["attributes"].items()}}
                          for p in mesh["primitives"]]
            merged["scenes"][0]["nodes"].append(len(merged["nodes"]))
            merged["nodes"].append({"name": path.stem, "mesh": len(merged["meshes"])})
            merged["meshes"].append({"name": path.stem, "primitives": primitives})
        binary += part + b"\0" * (-len(part) % 4)
    merged["buffers"] = [{"byteLength": len(binary)}]
    text = json.dumps(merged, separators=(",", ":")).encode()
    text += b" " * (-len(text) % 4)
    total = 12 + 8 + len(text) + 8 + len(binary)
    pathlib.Path(out).write_bytes(
        struct.pack("<4sII", b"glTF", 2, total) + struct.pack("<I4s", len(text), b"JSON") + text +
        struct.pack("<I4s", len(binary), b"BIN\0") + binary)


if __name__ == "__main__":
    main(*sys.argv[1:])
