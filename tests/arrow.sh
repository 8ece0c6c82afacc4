#!/usr/bin/env bash
# The arrow between modules: base <- model <- {io, measure, sim} <- study <- {explore <- verify, survey} <- report <- ask <- cli, {io, sim} <- generate <- cli and
# base <- drawing, {model, drawing} <- chart, {chart, io} <- figure <- chart_cli. Include paths enforce it for our headers when compiling; this
# holds the sources themselves to it, and each library to the one module that may use it.
set -euo pipefail
cd "$(dirname "$0")/.."
failed=0

declare -A sees=(
  [base]="base"
  [model]="base model"
  [io]="base model io"
  [measure]="base model measure"
  [sim]="base model sim"
  [theory]="base theory"
  [study]="base model measure sim study"
  [verify]="base model io measure sim theory study explore verify"
  [survey]="base study survey"
  [explore]="base model io measure sim study explore"
  [report]="base model measure sim theory study explore verify survey report"
  [ask]="base model measure sim study report ask"
  [generate]="base model io sim generate"
  [cli]="base model io measure sim theory study explore verify survey report ask generate cli"
  [drawing]="base drawing"
  [chart]="base model drawing chart"
  [figure]="base model io drawing chart figure"
  [chart_cli]="base model io drawing chart figure chart_cli"
)
declare -A owner=(
  [utf8proc.h]="base" [libfyaml.h]="io" [csv.h]="io" [igraph]="measure" [gsl]="sim theory study explore"
  [Random123]="sim" [jansson.h]="report" [cgraph.h]="drawing" [gvc.h]="drawing" [cairo]="drawing"
  [graphviz]="drawing" [pthread.h]="study explore"
)

for directory in src/*/; do
  module=$(basename "$directory")
  if [ -z "${sees[$module]:-}" ]; then
    echo "src/$module: a module that the arrow does not know"
    failed=1
    continue
  fi
  while IFS=: read -r file line text; do
    header=$(sed -E 's/.*"([^"]+)".*/\1/' <<<"$text")
    seen="" elsewhere=""
    for found in src/*/"$header"; do
      [ -e "$found" ] || continue
      from=$(basename "$(dirname "$found")")
      case " ${sees[$module]} " in
      *" $from "*) seen+=" $from" ;;
      *) elsewhere+=" $from" ;;
      esac
    done
    if [ -z "$seen" ] && [ -n "$elsewhere" ]; then
      echo "$file:$line: $module may not include $header of$elsewhere"
      failed=1
    elif [ "$(wc -w <<<"$seen")" -gt 1 ]; then
      echo "$file:$line: $header is ambiguous:$seen"
      failed=1
    fi
  done < <(grep -nE '^ *#include "' -r "src/$module" --include='*.[ch]')
  for library in "${!owner[@]}"; do
    case " ${owner[$library]} " in *" $module "*) continue ;; esac
    if grep -nE "^ *#include <$library" -r "src/$module"; then
      echo "src/$module: <$library> belongs to ${owner[$library]}"
      failed=1
    fi
  done
done

exit $failed
