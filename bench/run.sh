#!/usr/bin/env bash
# Everything that docs/benchmarks.md tells, as Markdown: documents in and out, then the loaded server beside its floors.
set -euo pipefail
cd "$(dirname "$0")/.."
bench/documents.sh
bench/server.sh "$@"
