#!/usr/bin/env bash
# Everything that docs/benchmarks.md tells, as Markdown: documents in and out, the loaded server beside its floors, month's end.
set -euo pipefail
cd "$(dirname "$0")/.."
bench/documents.sh
bench/server.sh "$@"
bench/work.sh
bench/month_end.sh
