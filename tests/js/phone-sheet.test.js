/** A fiche-action saved field by field: versions, two hands on one field, a link that comes and goes. */
import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { sheetPage, WHY } from "./sheet-page.js";

/** @type {any} */
let page;
beforeEach(() => {
  page = sheetPage();
});

const type = (value) => page.saver.typed(page.action, WHY, value);
const save = () => page.saver.save("ACT-01", WHY);
const state = () => page.saver.tells("ACT-01", WHY)?.state;

test("what is typed is a draft until it is saved, against the version that was seen", async () => {
  type("Deux réponses au maire.");
  assert.equal(state(), "waiting");
  assert.equal(page.saver.value(page.action, WHY), "Deux réponses au maire.");
  page.answers = [{ ok: true, seq: 9 }];
  await save();
  assert.deepEqual(page.asked, [
    { name: "action.edit", action: "ACT-01", field: "why", value: "Deux réponses au maire.", base: 4 },
  ]);
  assert.deepEqual([state(), page.drafts.size], ["saved", 0]);
});

test("what is typed while a save travels follows, from the version just written", async () => {
  type("Deux");
  page.answers = [
    () => {
      type("Deux réponses");
      return { ok: true, seq: 9 };
    },
    { ok: true, seq: 10 },
  ];
  await save();
  await new Promise(setImmediate);
  assert.deepEqual(
    page.asked.map((one) => [one.value, one.base]),
    [
      ["Deux", 4],
      ["Deux réponses", 9],
    ],
  );
  assert.deepEqual([state(), page.drafts.size], ["saved", 0]);
});

test("when another hand came first both texts stand, and one's own can be put back", async () => {
  type("le mien");
  page.answers = [
    { ok: false, code: "conflict", current: { ...page.action, why: "le sien", versions: [["why", 7]] } },
    { ok: true, seq: 8 },
  ];
  await save();
  assert.deepEqual([state(), page.saver.tells("ACT-01", WHY).theirs], ["conflict", "le sien"]);
  assert.equal(page.saver.value(page.action, WHY), "le mien");
  page.saver.insist("ACT-01", WHY);
  await new Promise(setImmediate);
  assert.deepEqual([page.asked[1].value, page.asked[1].base], ["le mien", 7]);
  assert.equal(state(), "saved");
});

test("the other text may be kept, and one's own draft is then gone", async () => {
  type("le mien");
  page.answers = [{ ok: false, code: "conflict", current: { ...page.action, why: "le sien", versions: [["why", 7]] } }];
  await save();
  page.saver.take("ACT-01", WHY);
  assert.deepEqual([state(), page.drafts.size], ["saved", 0]);
});

test("two hands that wrote the same do not quarrel", async () => {
  type("le même");
  page.answers = [{ ok: false, code: "conflict", current: { ...page.action, why: "le même", versions: [["why", 7]] } }];
  await save();
  assert.equal(state(), "saved");
});

test("without a link the field is on its way, however long, and is not sent twice when the link is back", async () => {
  type("un mot");
  let arrive = (/** @type {any} */ _answer) => {};
  page.answers = [() => new Promise((resolve) => (arrive = resolve))];
  const done = save();
  assert.deepEqual([state(), page.drafts.size], ["saving", 1]);
  page.saver.flush();
  await new Promise(setImmediate);
  arrive({ ok: true, seq: 9 });
  await done;
  assert.deepEqual([state(), page.asked.length, page.drafts.size], ["saved", 1, 0]);
});

test("a draft from before a reload is found when its field is drawn, and goes out", async () => {
  page.drafts.set("sheet.ACT-01.why", { value: "d’avant", base: 2 });
  assert.equal(page.saver.value(page.action, WHY), "d’avant");
  page.answers = [{ ok: true, seq: 9 }];
  page.saver.flush();
  await new Promise(setImmediate);
  assert.deepEqual([page.asked[0].value, page.asked[0].base, state()], ["d’avant", 2, "saved"]);
});

test("a refusal is told and keeps the text", async () => {
  type("x".repeat(10));
  page.answers = [{ ok: false, code: "text_too_long", message: "Trop long." }];
  await save();
  assert.deepEqual([page.saver.tells("ACT-01", WHY).message, page.drafts.size], ["Trop long.", 1]);
});
