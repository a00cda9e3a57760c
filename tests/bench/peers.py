#!/usr/bin/env python3
"""Osteon beside f3d (Debian package f3d) and a three.js page in headless Chromium (Debian package
chromium, three from npm) on the same model, in one run, under Xvfb.

    peers.py OSTEON FOLDER_OF_GLB [--runs N] [--idle SECONDS]

Prints JSON: medians, with all the samples. The model is merged into one GLB first. Peers that are
not installed are left out.
"""
import argparse
import json
import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

import three_peer

HERE = pathlib.Path(__file__).parent


class Screen:
    def __enter__(self):
        read, write = os.pipe()
        self.server = subprocess.Popen(
            ["Xvfb", "-displayfd", str(write), "-screen", "0", "1920x1080x24", "-nolisten", "tcp"],
            pass_fds=[write], stderr=subprocess.DEVNULL)
        os.close(write)
        os.environ["DISPLAY"] = ":" + os.fdopen(read).readline().strip()
        return self

    def __exit__(self, *_):
        self.server.terminate()
        self.server.wait()


def timed(words):
    """Wall milliseconds and peak MiB of one command."""
    start = time.monotonic()
    process = subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    output = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    if status != 0:
        sys.exit(f"{words[0]} failed: {output.decode()}")
    return 1000 * (time.monotonic() - start), usage.ru_maxrss / 1024, output.decode()


def summary(samples):
    return {"median": round(statistics.median(samples), 2),
            "samples": [round(s, 2) for s in samples]}


def processor_seconds(pid):
    fields = pathlib.Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def idle_f3d(model, seconds):
    process = subprocess.Popen(["f3d", "--resolution", "1280,720", model],
                               stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    time.sleep(6)  # it has opened and drawn by then
    before = processor_seconds(process.pid)
    time.sleep(seconds)
    used = processor_seconds(process.pid) - before
    process.kill()
    process.wait()
    return 100 * used / seconds


SIZES = [(1280, 720), (1920, 1080)]


def orbits(osteon, site, runs):
    """Frames of an orbit in each size: Osteon in motion and at rest, three.js with and without
    multisampling, in turn."""
    table = {}
    for width, height in SIZES:
        size = f"{width}x{height}"
        ours, plain, smooth = [], [], []
        for _ in range(runs):
            ours.append(osteon("frame", "--size", size))
            if site:
                plain.append(three_peer.measure(site, width, height, False))
                smooth.append(three_peer.measure(site, width, height, True))
        row = {"osteon_moving_ms": summary([o["median_ms"] for o in ours]),
               "osteon_full_detail_2x2_samples_ms": summary([o["still_median_ms"] for o in ours]),
               "osteon_full_detail_one_sample_ms":
                   summary([o["one_sample_median_ms"] for o in ours]),
               "osteon_moving_processor_ms": summary([o["processor_ms_a_frame"] for o in ours]),
               "osteon_full_detail_processor_ms":
                   summary([o["still_processor_ms_a_frame"] for o in ours]),
               "osteon_draw_calls": ours[0]["draw_calls_a_frame"]}
        for name, pages in (("three_plain", plain), ("three_multisampled", smooth)):
            pages = [page for page in pages if page]
            if pages:
                row[name + "_ms"] = summary([statistics.median(p["frame_ms"]) for p in pages])
                row[name + "_first_picture_ms"] = summary([p["first_picture_ms"] for p in pages])
                row[name + "_memory_mib"] = summary([p["memory_mib"] for p in pages])
                row[name + "_driver"] = pages[0]["driver"]
        table[size] = row
    return table


def main():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("osteon")
    options.add_argument("folder")
    options.add_argument("--runs", type=int, default=7)
    options.add_argument("--idle", type=float, default=30)
    given = options.parse_args()
    scratch = pathlib.Path(tempfile.mkdtemp(prefix="osteon-bench-"))
    os.environ.update(XDG_CACHE_HOME=str(scratch / "cache"), XDG_CONFIG_HOME=str(scratch / "config"))
    model = scratch / "skeleton.glb"
    subprocess.run([sys.executable, HERE / "merge_glb.py", given.folder, model], check=True)

    def osteon(*words):
        return json.loads(timed([given.osteon, "bench", *words, "--json", "--model", str(model)])[2])

    site = None
    if shutil.which("chromium") and shutil.which("npm"):
        site = three_peer.install(scratch)
    if site:
        (site / "skeleton.glb").symlink_to(model)

    def f3d():
        return timed(["f3d", "--resolution", "1280,720", "--output", str(scratch / "f3d.png"),
                      str(model)])

    try:
        with Screen():
            cold, warm, full, memory, peer, peer_memory = [], [], [], [], [], []
            for _ in range(given.runs):
                shutil.rmtree(scratch / "cache", ignore_errors=True)
                cold.append(osteon("start")["first_picture_ms"])
            f3d()
            for _ in range(given.runs):  # side by side, so that both meet the same machine
                start = osteon("start")
                warm.append(start["first_picture_ms"])
                full.append(start["full_picture_ms"])
                memory.append(start["peak_rss_mb"])
                wall, peak, _ = f3d()
                peer.append(wall)
                peer_memory.append(peak)
            turning = orbits(osteon, site, given.runs)
            frame = osteon("frame")
            pick = osteon("pick")
            result = {
                "triangles": frame["triangles"], "driver": frame["driver"],
                "load": os.getloadavg()[0], "orbit": turning,
                "osteon": {"first_picture_cold_ms": summary(cold),
                           "first_picture_warm_ms": summary(warm),
                           "full_picture_warm_ms": summary(full), "peak_mib": summary(memory),
                           "growth": osteon("growth"),
                           "idle": osteon("idle", "--seconds", str(given.idle)), "pick": pick},
                "f3d": {"picture_written_ms": summary(peer), "peak_mib": summary(peer_memory),
                        "idle_cpu_percent": round(idle_f3d(str(model), given.idle), 2)},
            }
    finally:
        shutil.rmtree(scratch, ignore_errors=True)
    print(json.dumps(result, indent=2))


if __name__ == "__main__":
    main()
