#!/usr/bin/env bash
# Month's end: every agency's office says how its tasks stand, and everybody looks at the figures, as a Markdown table.
# bench/work.sh [AGENCIES [TASKS]]: updates over HTTP, each once, then the dashboards with 1,000,000 tasks. Client and server share one machine.
set -euo pipefail
cd "$(dirname "$0")/.."
program=$PWD/build/release/tiendo
source bench/serving.sh
agencies=${1:-100} tasks=${2:-20000}

# One line for each task: path, version, cookie and token of its agency's office, the agencies taking turns.
desks() { # database
  local n cookie token
  for n in $(seq "$agencies"); do
    sign_in "vanthu$n"
    token=$(grep -o '"csrf":"[^"]*"' "$folder/session.json" | cut -d'"' -f4)
    ask "/api/v1/tasks?limit=500" | grep -o '"id":"[^"]*","programme"' | cut -d'"' -f4 | head -n $((tasks / agencies)) |
      awk -v cookie="$cookie" -v token="$token" -v n="$n" '{printf "%06d%04d\t/api/v1/tasks/%s/work/entries\t%s\t%s\n", NR, n, $1, cookie, token}'
  done | sort | cut -f2-
}

row() { echo "| $1 | $2 | $rate | $p50 | $p99 |"; }

updates() {
  local database=$folder/work-$agencies-$tasks.db acknowledged=0 kept c
  rm -f "$database"*
  "$program" generate --agencies "$agencies" --tasks "$tasks" --password "$password" --database "$database" >&2
  start "$database"
  desks >"$folder/desks"
  sign_in vanthu1
  echo "### $agencies agencies, $tasks tasks"
  echo
  echo "| what | connections | answers/s | p50 ms | p99 ms |"
  echo "| --- | ---: | ---: | ---: | ---: |"
  : >"$folder/desks.done"
  for c in 1 4 16; do
    load "$c" "$folder/desks" "$port" bench/updates.lua "$folder/desks.done"
    row "an update of a task" "$c"
    acknowledged=$((acknowledged + requests))
  done
  kept=$(sqlite3 "$database" "select count(*) from work_entries where kind = 'progress'")
  stop
  read -r rate p50 p99 < <(build/release/sqlite_floor "$database" commit 0 0 "$seconds")
  row "floor: one small row committed, raw SQLite, one loop" –
  echo
  echo "Acknowledged $acknowledged updates, kept $kept: $([ "$kept" -ge "$acknowledged" ] && echo "none lost" || echo "LOST $((acknowledged - kept))")."
  echo
  [ "$kept" -ge "$acknowledged" ]
}

dashboards() {
  local database=$folder/store-1000000.db path c
  [ -f "$database" ] || "$program" generate --agencies 20 --tasks 1000000 --password "$password" --database "$database" >&2
  start "$database"
  sign_in vanthu10
  echo "### Figures of one agency among 1000000 tasks of 20"
  echo
  echo "| what | connections | answers/s | p50 ms | p99 ms |"
  echo "| --- | ---: | ---: | ---: | ---: |"
  for path in "/tallies" "/tallies?by=unit" "/tallies?by=leader" "/tallies?by=executor" "/tallies/trend" "/tallies/tasks?part=under_way_overdue"; do
    echo "/api/v1$path" >"$folder/figures"
    for c in 1 16; do
      load "$c" "$folder/figures" "$port"
      row "\`GET $path\`" "$c"
    done
  done
  stop
  echo
}

updates
dashboards
