#!/usr/bin/env bash
# Installs the Debian packages that the given lists name and that are missing. Says what it installs;
# says and asks nothing where nothing is missing.
#
#   third_party/install.sh LIST...
set -euo pipefail

mapfile -t wanted < <(grep -hv '^ *\(#\|$\)' "$@" | sort -u)
installed=$(dpkg-query -W -f '${Package} ${db:Status-Abbrev}\n' "${wanted[@]}" 2>/dev/null |
    awk '$2 == "ii" { print $1 }' || true)
mapfile -t missing < <(comm -23 <(printf '%s\n' "${wanted[@]}") <(sort -u <<<"$installed"))
[ "${#missing[@]}" -eq 0 ] && exit 0

as_root=()
if [ "$(id -u)" -ne 0 ]; then
    if ! command -v sudo >/dev/null; then
        echo "Osteon needs these Debian packages: ${missing[*]}" >&2
        echo "Install them as root (apt-get install ...) and start again." >&2
        exit 3
    fi
    as_root=(sudo)
fi

echo "Installing ${#missing[@]} Debian packages: ${missing[*]}"
log=$(mktemp)
trap 'rm -f "$log"' EXIT
if ! { "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get update &&
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
        apt-get install -y --no-install-recommends "${missing[@]}"; } >"$log" 2>&1; then
    tail -n 20 "$log" >&2
    echo "The packages could not be installed; the lines above say why." >&2
    exit 3
fi
