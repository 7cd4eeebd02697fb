#!/usr/bin/env bash
# The loaded server beside its floors, as a Markdown table: bench/server.sh [TASKS...]. Client and server share one machine.
set -euo pipefail
cd "$(dirname "$0")/.."
program=$PWD/build/release/tiendo
source bench/serving.sh

share() { awk -v a="$1" -v b="$2" 'BEGIN {printf "%.2f", a / b}'; }

fixed_floor() { # bytes, connections
  free_port
  build/release/fixed_answer "$1" "$port" >/dev/null &
  local floor=$!
  until { exec 3<>"/dev/tcp/127.0.0.1/$port"; } 2>/dev/null; do kill -0 "$floor"; done
  exec 3>&-
  load "$2" "$folder/list" "$port"
  kill "$floor" && wait "$floor" || true
}

measure() { # tasks
  local database=$folder/store-$1.db day=2020-06-15 agency id value c list_rate fixed_rate raw_rate raw_p50 raw_p99 size
  [ -f "$database" ] || "$program" generate --agencies 20 --tasks "$1" --password "$password" --database "$database" >&2
  start "$database" && stop
  start "$database"
  local idle
  idle=$(kept_memory)
  sign_in vanthu10

  echo "/api/v1/tasks?sort=due&due_before=$day" >"$folder/list"
  ask "/api/v1/tasks?limit=500" | grep -o '"id":"[^"]*","programme"' | cut -d'"' -f4 | sed 's|^|/api/v1/tasks/|' >"$folder/task"
  printf '/api/v1/tasks?q=%s\n' hoa%20binh chuy%E1%BB%83n%20%C4%91%E1%BB%95i%20s%E1%BB%91 nghiem%20thu%20t ke%20hoach%20xay%20dung%202020 k >"$folder/search"
  printf '/api/v1/counts?by=%s\n' unit status >"$folder/counts"
  size=$(ask "$(cat "$folder/list")" | wc -c)
  agency=$(sqlite3 "$database" "select agency_id from sign_in_names where user_id in (select id from users where name = 'vanthu10')")
  id=$(sqlite3 "$database" "select id from tasks where agency_id = $agency limit 1")

  echo "### $1 tasks of 20 agencies"
  echo
  echo "Start to first answer $started ms; memory of its own (RssAnon) idle $idle MiB."
  echo
  echo "| question | connections | answers/s | p50 ms | p99 ms |"
  echo "| --- | ---: | ---: | ---: | ---: |"
  for question in list task search counts; do
    for c in 1 16; do
      load "$c" "$folder/$question" "$port"
      echo "| $question | $c | $rate | $p50 | $p99 |"
      [ "$question" = list ] && declare "list_rate_$c=$rate"
    done
  done
  local loaded
  loaded=$(kept_memory)
  stop
  read -r raw_rate raw_p50 raw_p99 < <(build/release/sqlite_floor "$database" list "$agency" "$day" "$seconds")
  echo "| floor: the list's query, raw SQLite, one loop | – | $raw_rate | $raw_p50 | $raw_p99 |"
  local task_rate task_p50 task_p99
  read -r task_rate task_p50 task_p99 < <(build/release/sqlite_floor "$database" task "$agency" "$id" "$seconds")
  echo "| floor: the task's query, raw SQLite, one loop | – | $task_rate | $task_p50 | $task_p99 |"
  for c in 1 16; do
    fixed_floor "$size" "$c"
    echo "| floor: fixed answer of $size bytes, same HTTP library | $c | $rate | $p50 | $p99 |"
    declare "fixed_rate_$c=$rate"
  done
  echo
  for c in 1 16; do
    list_rate=list_rate_$c fixed_rate=fixed_rate_$c
    local slower=$raw_rate
    [ "${!fixed_rate}" -lt "$slower" ] && slower=${!fixed_rate}
    echo "List at $c connections: $(share "${!list_rate}" "$slower") of the slower floor ($slower/s)."
  done
  echo "Memory of its own after the load: $loaded MiB."
  echo
}

[ $# -gt 0 ] || set -- 100000 1000000
for tasks in "$@"; do measure "$tasks"; done
