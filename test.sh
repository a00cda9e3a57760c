#!/usr/bin/env bash
# Builds everything with warnings as errors and runs all tests, without a display or GPU.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

third_party/install.sh third_party/packages.txt third_party/packages-test.txt
cmake --preset test
cmake --build --preset test
ctest --preset test "$@"
