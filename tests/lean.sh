#!/usr/bin/env bash
# tests/lean.sh PROGRAM: the libraries that read and draw documents stand in tiendo-documents alone (docs/adr/0036).
needed=$(readelf -d "$1" | sed -n 's/.*(NEEDED).*\[\(.*\)\]/\1/p')
[ -n "$needed" ] || { echo "$1: no list of libraries"; exit 1; }
heavy=$(grep -E 'poppler|qpdf|tesseract|lept|gumbo|pugixml|seccomp|zip|xlsxwriter|pango|cairo|gobject' <<<"$needed")
[ -z "$heavy" ] || { echo "$1 is linked with" $heavy; exit 1; }
echo "lean: no library for documents"
