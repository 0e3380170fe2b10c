/** In English: a day before its month, 24 hours, one alone in the singular. */
import assert from "node:assert/strict";
import { test } from "node:test";

globalThis.document = /** @type {any} */ ({ documentElement: { lang: "en" } });
const { _, clockTime, day, n_, timeOfDay } = await import("../../facilitation/static/js/core/i18n.js");

test("a time of day has 24 hours, as on a British timetable", () => {
  assert.equal(timeOfDay(new Date(2013, 2, 7, 14, 5).getTime()), "14:05");
  assert.equal(clockTime(14 * 60 + 5), "14:05");
});

test("a day stands before its month", () => {
  assert.equal(day("2013-03-07"), "7 March 2013");
});

test("a text is said in English, with its values", () => {
  assert.equal(_("«\u00a0%(text)s\u00a0»", { text: "Rules" }), "“Rules”");
});

test("zero takes the plural", () => {
  const said = [0, 1, 2].map((n) => n_("%(n)s gommette", "%(n)s gommettes", n));
  assert.deepEqual(said, ["0 dots", "1 dot", "2 dots"]);
});
