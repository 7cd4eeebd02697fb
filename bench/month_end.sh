#!/usr/bin/env bash
# Month's end as the simulation plays it, as a Markdown table: bench/month_end.sh [AGENCIES [FACTOR]]. 40 people an agency, each of their tasks once:
# an hour of deeds in 1/FACTOR of its time. Each request has its time before the load begins; latency counts from there, waiting included.
set -euo pipefail
cd "$(dirname "$0")/.."
program=$PWD/build/release/tiendo
source bench/serving.sh
agencies=${1:-100} factor=${2:-20}
database=$folder/month-end.db deeds=$folder/month-end.deeds answers=$folder/month-end.answers
mix=tests/fixtures/simulation/phu-luc-tham-chieu.txt

rm -f "$database"*
build/release/month_end prepare "$database" "$mix" "$deeds" "$agencies"
start "$database"
echo "### The simulation's mix: $agencies agencies of 40 people and 200 tasks, an hour in $((3600 / factor)) s"
echo
echo "| what | times | a second | p50 ms | p99 ms | longest ms |"
echo "| --- | ---: | ---: | ---: | ---: | ---: |"
build/release/month_end play "$deeds" "$port" "$factor" "$answers"
stop
read -r rate p50 p99 < <(build/release/sqlite_floor "$database" commit 0 0 "$seconds")
echo "| floor: one small row committed, raw SQLite, one loop | – | $rate | $p50 | $p99 | – |"
echo
build/release/month_end check "$database" "$deeds" "$answers"
echo
