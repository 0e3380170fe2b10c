/** A text that a facilitator erased is forgotten by the phone that wrote it. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { holdsErased, withoutErased } from "../../facilitation/static/js/widgets/phone/erased.js";
import { outcome } from "../../facilitation/static/js/widgets/phone/outcome.js";
import { ownTexts } from "../../facilitation/static/js/widgets/phone/own-texts.js";

/** @returns {any} */
const entry = (name, payload, more = {}) => ({ key: name, name, payload, meta: { who: "p" }, state: "saved", ...more });
const gone = { id: "ATT-001", state: "withdrawn", reason: "erased" };
const posted = entry("contribution.post", { text: "canari" }, { result: { id: "ATT-001" } });
const edited = entry("contribution.edit", { contribution: "ATT-001", text: "canari bis" });
const other = entry("contribution.post", { text: "autre" }, { key: "k", result: { id: "ATT-002" } });

test("neither the text nor its corrections stay on the phone; others do", () => {
  const kept = withoutErased([posted, edited, other], [gone, { id: "ATT-002", state: "posted", reason: "" }]);
  assert.deepEqual(
    kept.map((one) => one.payload.text),
    ["", "", "autre"],
  );
  assert.ok(holdsErased([posted], [gone]));
  assert.ok(!holdsErased(kept, [gone]));
});

test("what has not been answered yet is left to the server", () => {
  const waiting = { ...edited, state: "phone" };
  assert.deepEqual(withoutErased([waiting], [gone]), [waiting]);
});

test("the phone shows that it was erased, and not what", () => {
  const [own] = ownTexts([posted], [gone], "p", () => false);
  assert.deepEqual([own.text, own.withdrawn], ["", true]);
  assert.equal(outcome(/** @type {any} */ ({}), gone), "Effacée par l’animateur");
});
