# Starting the server and loading it, for the scripts beside this one, which say `program` before they take it in.

folder=${TIENDO_BENCH_FOLDER:-/tmp/tiendo-bench}
seconds=${TIENDO_BENCH_SECONDS:-4}
password=thu-nghiem-tien-do
mkdir -p "$folder"
server=""
trap '[ -z "$server" ] || kill "$server" 2>/dev/null || true' EXIT

micros() { local now=${EPOCHREALTIME/[.,]/}; echo "$now"; }
stop() { kill "$server" && wait "$server" || true; server=""; }
free_port() { port=$((20000 + RANDOM % 20000)); }

# Milliseconds from the start of the program to the last byte of its first answer.
start() {
  free_port
  local begun end answer=""
  begun=$(micros)
  "$program" serve --database "$1" --port "$port" >"$folder/serve.log" 2>&1 &
  server=$!
  until { exec 3<>"/dev/tcp/127.0.0.1/$port"; } 2>/dev/null; do kill -0 "$server"; done
  printf 'GET /api/v1/health HTTP/1.0\r\n\r\n' >&3
  answer=$(cat <&3)
  end=$(micros)
  exec 3>&-
  grep -q '"ok"' <<<"$answer"
  started=$(((end - begun) / 1000))
}

kept_memory() { awk '/RssAnon/ {printf "%.1f", $2 / 1024}' "/proc/$server/status"; }

sign_in() { # name
  curl -sS -D "$folder/head" -o "$folder/session.json" -H 'Content-Type: application/json' \
    -d "{\"name\":\"$1\",\"password\":\"$password\"}" "http://127.0.0.1:$port/api/v1/session"
  cookie=$(sed -n 's/^Set-Cookie: \([^;]*\);.*/\1/p' "$folder/head")
  [ -n "$cookie" ]
}

ask() { curl -sSf -H "Cookie: $cookie" "http://127.0.0.1:$port$1"; }

# Sets rate, p50 and p99 (milliseconds) of wrk's answers, and how many they were.
load() { # connections, file of paths, port, [script, file of its own]
  local out
  out=$(wrk -t1 -c"$1" -d"${seconds}s" --latency -H "Cookie: $cookie" -s "${4:-bench/paths.lua}" "http://127.0.0.1:$3" -- "$2" ${5:+"$5"})
  if grep -qE "Non-2xx|Socket errors" <<<"$out"; then echo "$out" >&2; exit 1; fi
  requests=$(awk '/requests in/ {print $1}' <<<"$out")
  rate=$(awk '/Requests\/sec/ {printf "%.0f", $2}' <<<"$out")
  p50=$(awk '$1 == "50%" {print $2}' <<<"$out" | to_millis)
  p99=$(awk '$1 == "99%" {print $2}' <<<"$out" | to_millis)
}
to_millis() { awk '/us$/ {printf "%.2f", $1 / 1000; next} /ms$/ {printf "%.2f", $1; next} {printf "%.2f", $1 * 1000}'; }
