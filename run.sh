#!/usr/bin/env bash
# Builds Osteon where needed and starts it: ./run.sh [arguments of osteon]
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)

"$here/third_party/install.sh" "$here/third_party/packages.txt"

log=$(mktemp)
trap 'rm -f "$log"' EXIT
# Shows a step's output only where it fails, so that the program's own output stands alone.
quietly() {
    if ! "$@" >"$log" 2>&1; then
        tail -n 40 "$log" >&2
        echo "Osteon could not be built; the lines above say why." >&2
        exit 3
    fi
}

cd "$here"
if [ ! -f build/build.ninja ]; then
    echo "Building Osteon; the first time takes a few minutes." >&2
    quietly cmake --preset release
fi
quietly cmake --build build --target osteon

if [ $# -eq 0 ] && [ -z "${DISPLAY:-}" ] && [ -z "${WAYLAND_DISPLAY:-}" ]; then
    echo "Osteon is built, but there is no display to open its window on." >&2
    echo "For a picture without a display: ./run.sh shot --out skeleton.png" >&2
    exit 3
fi
cd "$OLDPWD"
rm -f "$log"
exec "$here/build/osteon" "$@"
