"""The skeleton in a three.js page in headless Chromium, measured."""
import http.server
import json
import pathlib
import shutil
import subprocess
import tempfile
import threading
import time

HERE = pathlib.Path(__file__).parent
PATIENCE = 300  # seconds for one page


def install(folder):
    """The page and what it needs from npm, in a folder of their own. None where npm cannot."""
    site = pathlib.Path(folder) / "three"
    shutil.copytree(HERE / "three", site)
    done = subprocess.run(["npm", "install", "--silent", "--no-audit", "--no-fund"], cwd=site,
                          stdout=subprocess.DEVNULL)
    return site if done.returncode == 0 else None


def tree_memory(root):
    """Proportional memory of a process and its children, MiB."""
    parents = {}
    for entry in pathlib.Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                parents[int(entry.name)] = int(
                    (entry / "stat").read_text().rsplit(")", 1)[1].split()[1])
            except OSError:
                pass
    family, grew = {root}, True
    while grew:
        more = {child for child, parent in parents.items() if parent in family} - family
        family |= more
        grew = bool(more)
    total = 0
    for process in family:
        try:
            for line in pathlib.Path(f"/proc/{process}/smaps_rollup").read_text().splitlines():
                if line.startswith("Pss:"):
                    total += int(line.split()[1])
        except OSError:
            pass
    return total / 1024


class Server(http.server.ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, site):
        self.answers, self.answered = {}, threading.Event()

        class Handler(http.server.SimpleHTTPRequestHandler):
            extensions_map = {**http.server.SimpleHTTPRequestHandler.extensions_map,
                              ".js": "text/javascript"}

            def __init__(self, *words):
                super().__init__(*words, directory=str(site))

            def do_POST(self):
                body = self.rfile.read(int(self.headers["Content-Length"])).decode()
                self.server.answers[self.path] = (time.monotonic(), body)
                self.send_response(204)
                self.end_headers()
                if self.path == "/result":
                    self.server.answered.set()

            def log_message(self, *_):
                pass

        super().__init__(("127.0.0.1", 0), Handler)
        threading.Thread(target=self.serve_forever, daemon=True).start()


def measure(site, width, height, antialias, frames=12):
    """One run: from the start of the browser to its first picture, and each frame of an orbit."""
    server = Server(site)
    profile = tempfile.mkdtemp(prefix="osteon-chromium-")
    page = (f"http://127.0.0.1:{server.server_port}/index.html?width={width}&height={height}"
            f"&antialias={int(antialias)}&frames={frames}")
    start = time.monotonic()
    browser = subprocess.Popen(
        ["chromium", "--headless=new", "--no-sandbox", "--disable-dev-shm-usage",
         "--use-angle=swiftshader", "--enable-unsafe-swiftshader", "--ignore-gpu-blocklist",
         f"--window-size={width},{height}", f"--user-data-dir={profile}", page],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        if not server.answered.wait(PATIENCE):
            return None
        result = json.loads(server.answers["/result"][1])
        result["first_picture_ms"] = 1000 * (server.answers["/first"][0] - start)
        result["memory_mib"] = tree_memory(browser.pid)
        return result
    finally:
        browser.terminate()
        browser.wait()
        server.shutdown()
        shutil.rmtree(profile, ignore_errors=True)
