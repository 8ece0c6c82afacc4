#!/usr/bin/env bash
# Size budgets by wc (function budgets are clang-tidy's): .c <= 500 lines, header <= 120,
# cmd_*.c <= 150.
set -euo pipefail
cd "$(dirname "$0")/.."
failed=0
for file in src/*/*.[ch]; do
  lines=$(wc -l <"$file")
  case "$file" in
  */cmd_*.c) most=150 ;;
  *.h) most=120 ;;
  *) most=500 ;;
  esac
  if [ "$lines" -gt "$most" ]; then
    echo "$file: $lines lines, at most $most"
    failed=1
  fi
done
exit $failed
