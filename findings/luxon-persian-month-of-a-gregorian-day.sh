#!/usr/bin/env bash
# 26 July 2007 is written "26 Mordad 2007" for Persian readers: two calendars in one date.
# Expected: luxon's toFormat counts in the Gregorian calendar unless another outputCalendar is asked for; day, month
#   and year of one date come from one calendar. In the Persian calendar that day is 4 Mordad 1386.
# Seen: with locale fa, day and year are Gregorian and the name of the month is the Persian calendar's, since the name
#   is asked from Intl, whose Persian locale has its own calendar. Arabic is right.
# Hurts: a certificate or a deadline for an official who reads Persian names a day that no calendar has.
# Versions: luxon 3.7.2 (Node 20 with its full ICU). Seen 2026-11-30.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund --ignore-scripts luxon@3.7.2 >/dev/null
cat >check.js <<'JS'
const assert = require("node:assert");
const { DateTime } = require("luxon");
const day = DateTime.fromISO("2007-07-26", { zone: "utc" });
const seen = {
  ar: day.setLocale("ar").toFormat("d MMMM yyyy"),
  "fa by Intl": new Intl.DateTimeFormat("fa", { dateStyle: "long", timeZone: "UTC" }).format(day.toJSDate()),
  fa: day.setLocale("fa").toFormat("d MMMM yyyy"),
};
console.log(seen);
const KNOWN = {
  ar: "26 يوليو 2007",
  "fa by Intl": "۴ مرداد ۱۳۸۶",
  fa: "۲۶ مرداد ۲۰۰۷",
};
assert.deepStrictEqual(seen, KNOWN);
JS
node check.js
