#!/usr/bin/env bash
# Times the date reader beside ripgrep on at least 100 MB of text made from the project's own corpora.
set -euo pipefail
bench="$1"
cd "$(dirname "$0")/../.."
for language in id en; do
  text=".build/bench-dates.$language.txt"
  : >"$text"
  # The marked lines without their marks, and the articles of the event corpus in that language.
  { sed -nE '/^#|^$/d; s/\[([^]=]*)=[^]]*\]/\1/g; p' "Tests/Corpora/dates/$language.txt"
    cat Tests/Corpora/events/*."$language".txt; } >"$text"
  copies=$((100000000 / $(stat -c %s "$text") + 1))
  echo "== $language: $copies copies of $(stat -c %s "$text") bytes"
  "$bench" Resources "$text" "$copies" "$language"
  if command -v rg >/dev/null; then
    big=".build/bench-dates.$language.big"
    for _ in $(seq "$copies"); do cat "$text"; done >"$big"
    words='\b(January|February|March|April|May|June|July|August|September|October|November|December|Januari|Februari|Maret|Mei|Juni|Juli|Agustus|Oktober|Desember|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Senin|Selasa|Rabu|Kamis|Jumat|Sabtu|Minggu|[0-9]{1,2}[/.-][0-9]{1,2}[/.-][0-9]{2,4})\b'
    start=$(date +%s%N)
    found=$(rg --threads 1 --count-matches "$words" "$big")
    took=$((($(date +%s%N) - start) / 1000000))
    echo "ripgrep: $found matches, $(($(stat -c %s "$big") / took / 1000)) MB/s"
    rm -f "$big"
  fi
done
echo "== linear in the size"
"$bench" shapes Resources
