#!/usr/bin/env bash
# In Arabic a deadline in eleven days, or in two, is said with the plural that goes with three to ten.
# Expected: Day.js ships Arabic for relative time. CLDR has six forms for Arabic: two days are the dual, three to ten the plural,
#   eleven and more the singular; Node's own Intl.RelativeTimeFormat("ar") says them so.
# Seen: from() has one form for all but one day, "2 أيام" and "11 أيام"; Russian, with three forms, comes out right. date-fns has
#   the dual, and for eleven the word without the ending that the case asks for.
# Hurts: the first line of a reminder to a ministry is wrong in its own language.
# Versions: dayjs 1.11.23 and date-fns 4.4.0 of npm (Node 20). Seen 2026-12-01.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund --ignore-scripts dayjs@1.11.23 date-fns@4.4.0 >/dev/null
cat >check.js <<'JS'
const assert = require("node:assert");
const dayjs = require("dayjs");
const { formatDistance } = require("date-fns");
const { ar } = require("date-fns/locale");
require("dayjs/locale/ar");
require("dayjs/locale/ru");
dayjs.extend(require("dayjs/plugin/relativeTime"));
const first = new Date(2007, 4, 17);
const later = (days) => new Date(2007, 4, 17 + days);
const relative = new Intl.RelativeTimeFormat("ar");
const seen = [2, 3, 11].map((days) => [
  dayjs(later(days)).locale("ar").from(first),
  formatDistance(later(days), first, { locale: ar }),
  relative.format(days, "day"),
  dayjs(later(days)).locale("ru").from(first),
]);
console.log(seen);
assert.deepStrictEqual(seen, [
  ["بعد 2 أيام", "يومان", "خلال يومين", "через 2 дня"],
  ["بعد 3 أيام", "3 أيام", "خلال 3 أيام", "через 3 дня"],
  ["بعد 11 أيام", "11 يوم", "خلال 11 يومًا", "через 11 дней"],
]);
JS
node check.js
