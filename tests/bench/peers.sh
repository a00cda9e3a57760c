#!/bin/sh
# Osteon beside f3d and three.js: all that docs/benchmarks.md tells of speed, as JSON.
#
#     tests/bench/peers.sh OSTEON FOLDER_OF_GLB [--runs N] [--idle SECONDS]
#
# Debian packages: xvfb, f3d, chromium, nodejs and npm. Peers that are missing are left out.
set -eu
for program in Xvfb f3d python3; do
    command -v "$program" >/dev/null || { echo "peers.sh: $program is missing" >&2; exit 3; }
done
exec python3 "$(dirname "$0")/peers.py" "$@"
