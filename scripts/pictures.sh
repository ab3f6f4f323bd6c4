#!/usr/bin/env bash
# The pictures of README.md, from a year-end run of sample-data:
#   cargo run -- run year-end --period 2024 --work sample-data; scripts/pictures.sh
# Needs soffice, pdftoppm and chromium.
set -euo pipefail
cd "$(dirname "$0")/.."
year=sample-data/out/year-end-2024
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# Page of a workbook that holds a text, as PNG.
page() {
  soffice "-env:UserInstallation=file://$work/profile" --headless --convert-to pdf --outdir "$work" "$1" >/dev/null 2>&1
  local pdf number
  pdf="$work/$(basename "$1" .xlsx).pdf"
  number=$(python3 - "$pdf" "$2" <<'PY'
import subprocess, sys
pages = subprocess.run(["pdftotext", "-layout", sys.argv[1], "-"], capture_output=True, text=True).stdout.split("\f")
print(next(number for number, text in enumerate(pages, 1) if sys.argv[2] in text))
PY
  )
  pdftoppm -r 70 -png -singlefile -f "$number" -l "$number" "$pdf" "${3%.png}"
}

page "$year/xep-hang-2024.xlsx" "XẾP THỨ TỰ CÁC CHI BỘ" docs/xep-thu-tu.png
page "$year/xep-hang-2024.xlsx" "BIỂU ĐỒ" docs/bieu-do.png
chromium --headless --no-sandbox --disable-gpu --no-first-run --disable-background-networking --hide-scrollbars \
  --window-size=1000,1150 --screenshot=docs/bao-cao.png "file://$PWD/$year/bao-cao.html" >/dev/null 2>&1
