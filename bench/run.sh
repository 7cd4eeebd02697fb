#!/usr/bin/env bash
# Everything that docs/benchmarks.md tells, as Markdown: the loaded server beside its floors.
set -euo pipefail
cd "$(dirname "$0")/.."
bench/server.sh "$@"
