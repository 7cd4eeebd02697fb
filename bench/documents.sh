#!/usr/bin/env bash
# Documents in and out as whole processes, beside what a user has today, as a Markdown table: bench/documents.sh
# The inputs are made here: an invented programme as CSV, taken in and written out again in every format.
set -euo pipefail
cd "$(dirname "$0")/.."
program=$PWD/build/release/tiendo
folder=${TIENDO_BENCH_FOLDER:-/tmp/tiendo-bench}/documents
runs=${TIENDO_BENCH_RUNS:-5}
mkdir -p "$folder"
export TIENDO_LANG=vi

csv() { # rows
  awk -v rows="$1" 'BEGIN {
    print "STT,Nhiệm vụ,Đơn vị chủ trì,Đơn vị phối hợp,Sản phẩm,Lãnh đạo chỉ đạo,Thời hạn hoàn thành,Ghi chú"
    split("Xây dựng Kế hoạch kiểm tra,Báo cáo kết quả thực hiện,Tổ chức hội thảo về,Thẩm định hồ sơ,Tham mưu ban hành văn bản về", begins, ",")
    split("sử dụng năng lượng tiết kiệm,phổ cập kỹ năng số,bảo vệ bí mật nhà nước,an toàn bức xạ,đổi mới sáng tạo", subjects, ",")
    split("Phòng Quản lý khoa học,Văn phòng Sở,Phòng Chuyển đổi số,Trung tâm Kỹ thuật", units, ",")
    split("Kế hoạch,Báo cáo,Quyết định,Công văn", kinds, ",")
    for (i = 1; i <= rows; i++)
      printf "%d,%s %s tại các xã phường trên địa bàn tỉnh theo chương trình số %d,%s,Các phòng và đơn vị có liên quan,%s,Phó Giám đốc Lê Thị Minh,Tháng %d,\n",
        i, begins[i % 5 + 1], subjects[int(i / 5) % 5 + 1], i, units[i % 4 + 1], kinds[i % 4 + 1], 7 + i % 6
  }'
}

# A database with one programme of so many rows; its title is the name of its file.
programme() { # rows
  local database=$folder/$1.db
  [ -f "$database" ] && return
  csv "$1" >"$folder/$1.csv"
  "$program" user add vanthu --full-name "Văn thư" --agency "Sở Khoa học và Công nghệ tỉnh Bình Minh" --database "$database" >/dev/null
  "$program" import "$folder/$1.csv" --database "$database" >/dev/null
}
export_of() { # rows, format
  "$program" export "$(title_of "$1")" --format "$2" --out "$folder/$1.$2" --database "$folder/$1.db"
}
title_of() { sqlite3 "$folder/$1.db" "select title from programmes"; }

# Medians of seconds and of processor seconds, and the most memory of one process (MiB).
row() { # name, goal, command...
  local name=$1 goal=$2 i
  shift 2
  for i in $(seq "$runs"); do /usr/bin/time -f "%e %U %S %M" -o "$folder/time" "$@" >/dev/null && tail -n 1 "$folder/time"; done |
    sort -n | awk -v name="$name" -v goal="$goal" -v middle=$(((runs + 1) / 2)) '
      NR == middle {wall = $1; cpu = $2 + $3} $4 > most {most = $4}
      END {printf "| %s | %.2f | %.2f | %.0f | %s |\n", name, wall, cpu, most / 1024, goal}'
}

for rows in 2000 10000; do programme "$rows"; done
for format in docx xlsx; do export_of 2000 "$format"; done
# A printed annex of sixteen pages, and a scan of its second.
rows=70
until programme "$rows" && export_of "$rows" pdf && [ "$(pdfinfo "$folder/$rows.pdf" | awk '/^Pages/ {print $2}')" -ge 16 ]; do rows=$((rows + 10)); done

pdftoppm -r 200 -gray -png -f 2 -l 2 -singlefile "$folder/$rows.pdf" "$folder/scan"

echo "| what | seconds | processor seconds | MiB, largest process | goal (seconds) |"
echo "| --- | ---: | ---: | ---: | ---: |"
annex=../shared/annexes/quang-ngai-2025-h2.txt
[ ! -f "$annex" ] || row "the reference annex, preview" 0.06 "$program" import "$annex" --preview --json
row "PDF of $(pdfinfo "$folder/$rows.pdf" | awk '/^Pages/ {print $2}') pages, preview" 1 "$program" import "$folder/$rows.pdf" --preview --json
row "the same through pdftotext -layout (text only)" – pdftotext -layout "$folder/$rows.pdf" -
row "a scan of one page at 200 dots per inch, preview" – "$program" import "$folder/scan.png" --preview --json
row "the same through tesseract alone (text only)" – env OMP_THREAD_LIMIT=1 tesseract "$folder/scan.png" - -l vie
for format in docx xlsx; do row "${format^^} of 2,000 rows, preview" 0.5 "$program" import "$folder/2000.$format" --preview --json; done
for pair in xlsx:3 docx:5 pdf:–; do
  format=${pair%:*}
  row "10,000 rows written as ${format^^}" "${pair#*:}" "$program" export "$(title_of 10000)" --format "$format" --out "$folder/10000.$format" --database "$folder/10000.db"
done
echo
