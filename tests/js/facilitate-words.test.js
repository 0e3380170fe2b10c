/** Texts of the scenario drawn as paragraphs and lists; the drift of the day in words. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { driftInWords } from "../../facilitation/static/js/widgets/facilitate/agenda-time.js";
import { blocks } from "../../facilitation/static/js/widgets/facilitate/prose-blocks.js";

test("lines that begin with a dash make one list; other lines stay paragraphs", () => {
  assert.deepEqual(blocks("Avant.\n- un\n- deux\n  suite\n\nAprès,\nencore."), [
    "Avant.",
    ["un", "deux suite"],
    "Après,\nencore.",
  ]);
  assert.deepEqual(blocks("Un seul paragraphe, avec un - au milieu."), ["Un seul paragraphe, avec un - au milieu."]);
  assert.deepEqual(blocks(""), []);
});

test("a drift of an hour or more is told in hours", () => {
  assert.equal(driftInWords({ minutes: 59 }), "59 minutes de retard");
  assert.match(driftInWords({ minutes: 65 }), /^1\sh\s05 de retard$/);
  assert.match(driftInWords({ minutes: -420 }), /^7\sh\s00 d’avance$/);
  assert.equal(driftInWords({ minutes: 1 }), "À l’heure");
});
