#!/usr/bin/env bash
# Reads the include lines of src/ against the table of ARCHITECTURE.md: who may include whom, and which third-party headers.
set -u
cd "$(dirname "$0")/../src" || exit 1
declare -A may=(
  [base]="base" [domain]="base domain" [formats]="base formats" [intake]="base domain formats intake"
  [reports]="base domain formats reports" [store]="base domain store" [actions]="base domain formats intake reports store actions"
  [http]="base domain formats intake reports store actions http" [notify]="base domain store actions notify"
  [cli]="base domain formats intake reports store actions cli")
declare -A third=(
  [base]="fmt unicode boost/json sodium nettle" [domain]="fmt boost/json" [intake]="fmt boost/json" [reports]="fmt boost/json"
  [formats]="fmt boost/json pugixml zip xlsxwriter poppler qpdf tesseract leptonica pango cairo glib gumbo seccomp fontconfig"
  [store]="fmt sqlite3 libpq boost/json" [actions]="fmt boost/json" [http]="fmt boost" [notify]="fmt curl" [cli]="fmt boost/json CLI")
bad=0
for room in "${!may[@]}"; do
  while IFS=: read -r file _ line; do
    header=${line#*\"}; header=${header%%\"*}
    to=${header%%/*}
    [ "$file $header" = "cli/serve.cpp http/server.h" ] && continue
    [[ "$file $header" == "cli/serve.cpp notify/"* ]] && continue
    [[ " ${may[$room]} " == *" $to "* ]] || { echo "$file includes $header: $room may include only ${may[$room]}"; bad=1; }
  done < <(grep -rnE '^#include "' "$room" --include=*.h --include=*.cpp || true)
  while IFS=: read -r file _ line; do
    header=${line#*<}; header=${header%%>*}
    case $header in */*|*.h|*.hpp) ;; *) continue ;; esac
    case $header in sys/*|unistd.h|fcntl.h|signal.h|poll.h|spawn.h|linux/*|netinet/*|arpa/*|time.h|dirent.h|termios.h|malloc.h|emmintrin.h) continue ;; esac
    ok=0
    for name in ${third[$room]}; do [[ $header == "$name"* ]] && ok=1; done
    [ $ok = 1 ] || { echo "$file includes <$header>: not a library of $room"; bad=1; }
  done < <(grep -rnE '^#include <' "$room" --include=*.h --include=*.cpp || true)
done
[ $bad = 0 ] && echo "layers: every include stands in the table"
exit $bad
