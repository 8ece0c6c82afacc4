#!/usr/bin/env bash
# tests/fuzz.sh SECONDS: fuzzes every reader that long, two at a time, from the models,
# scenarios and broken files as seeds.
set -euo pipefail
seconds=${1:-60}
[ -f b/fuzz/build.ninja ] || cmake --preset fuzz -G Ninja
cmake --build b/fuzz
mkdir -p b/fuzz/seeds
find models scenarios tests/bad templates -name '*.yaml' -size -40k -exec cp {} b/fuzz/seeds/ \;
find models tests -name '*.csv' -size -40k -exec cp {} b/fuzz/seeds/ \;
programs=$(find b/fuzz/fuzz -name 'fuzz_*' -type f -perm -u+x | sort)
[ -n "$programs" ]
printf '%s\n' $programs | xargs -P 2 -I{} bash -c '
  name=$(basename {}); mkdir -p b/fuzz/corpus/$name
  {} -max_total_time='"$seconds"' -max_len=20000 -timeout=10 -rss_limit_mb=2048 -verbosity=0 \
    -artifact_prefix=b/fuzz/$name- b/fuzz/corpus/$name b/fuzz/seeds'
