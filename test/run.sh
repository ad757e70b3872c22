#!/usr/bin/env bash
# Everything that must hold: types, lint, unit, browser, build, packages, e2e, attack. Ends with "N passed, N failed"; exits with 1 on any failure.
#   test/run.sh [types|lint|unit|browser|build|packages|e2e|attack|trust|tour|gallery|again …]   only these; without a name, all but the last three
#   TEST_ALL=1: the long tests repeat and fuzz in full (test/tools/whole.ts); npm run test:all sets it.
set -u
cd "$(dirname "$0")/.."
results=out/test
mkdir -p "$results"
rm -f "$results"/*.json
# Rows of tests that are run now; a table alone is made of what is there.
[ "$*" = trust ] || rm -rf out/trust/*.json out/trust/inputs
failed_steps=()

# One step that counts as one check of its own, when it fails.
step() {
  local name=$1
  shift
  printf '\n== %s\n' "$name"
  "$@" || failed_steps+=("$name")
}

suite() {
  step "$1" npx vitest run --project "$1" --reporter=default --reporter=json --outputFile.json="$results/$1.json"
}

run() {
  case $1 in
    types) step types npm run -s types ;;
    lint) step lint npm run -s lint ;;
    build) step build npm run -s build ;;
    # What the stores' linter says, licences, versions that stand alike; and no part of it larger than it may be.
    packages)
      step packages npx tsx test/tools/check-packages.ts
      step sizes npx tsx test/tools/check-size.ts --no-growth
      ;;
    unit | browser | e2e) suite "$1" ;;
    attack)
      suite attack
      step threats npx tsx test/tools/trust-table.ts S
      ;;
    # The table, from what the tests before left: a row that is missing or failed is a failure.
    trust) step trust npx tsx test/tools/trust-table.ts ;;
    # The long tour of pages: ten times that of the attacks, minutes in each browser.
    tour) TOUR_PAGES=200 step tour npx vitest run --project attack test/attack/privacy.attack.test.ts ;;
    # Ten runs of the end-to-end tests, one after the other, nothing repeated that failed: takes two hours. Counted is the last one.
    again) step again npx tsx test/tools/again.ts 10 "$results/e2e.json" ;;
    # Every component in every state, drawn, with axe-core over each: takes minutes.
    gallery) step gallery npx tsx test/tools/gallery.ts ;;
    *)
      echo "no step named $1" >&2
      exit 2
      ;;
  esac
}

# Types of the build tool are made by it; a fresh checkout has none.
[ -f .wxt/wxt.d.ts ] || npx wxt prepare >/dev/null
# The tests need both browsers; this finds them, or installs them, or says what to install.
step browsers npx tsx test/tools/find-browsers.ts
if [ ${#failed_steps[@]} -gt 0 ]; then exit 1; fi

steps=("$@")
[ ${#steps[@]} -gt 0 ] || steps=(types lint unit browser build packages e2e attack)
for name in "${steps[@]}"; do run "$name"; done

echo
[ ${#failed_steps[@]} -eq 0 ] || echo "Failed: ${failed_steps[*]}"
npx tsx test/tools/count-results.ts "$results" "${failed_steps[@]+"${failed_steps[@]}"}"
