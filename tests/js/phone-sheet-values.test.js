/** The fields of a fiche-action and their values: what is sent, what is filled, the version seen. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { versionOf } from "../../facilitation/static/js/core/versions.js";
import { groups } from "../../facilitation/static/js/widgets/phone/sheet-fields.js";
import { filled, sent } from "../../facilitation/static/js/widgets/phone/sheet-values.js";

test("empty rows of a list are not sent; an empty choice is none", () => {
  assert.deepEqual(sent([{ content: " " }, { content: "Écrire" }], "milestones"), [{ content: "Écrire" }]);
  assert.equal(sent("", "service"), null);
  assert.equal(sent(" un mot ", "line"), "un mot");
});

test("every field stands once, and its filled ones are counted", () => {
  const names = groups().flatMap((group) => group.fields.map((one) => one.name));
  assert.equal(new Set(names).size, names.length);
  const [essential] = groups();
  assert.equal(filled({ title: "Un titre", why: "", goal: "un but" }, essential.fields), 2);
  assert.equal(versionOf({ versions: [] }, "why"), 0);
});
