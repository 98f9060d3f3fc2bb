#!/usr/bin/env bash
# The embedded engine and aws-local-stepfunctions run statemachine/distribution.asl.json, each on a served cloud of its own. Passes if both make, in
# each Region, the same sequence of step calls with the same payloads: looks that repeat count once, ids and times are masked.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
for engine in embedded second; do
  "$here/../serve-and-run.sh" node --no-warnings "$here/second-engine.mjs" $engine "$work/$engine.json"
done
node --no-warnings "$here/second-engine.mjs" compare "$work/embedded.json" "$work/second.json"
