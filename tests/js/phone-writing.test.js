/** What travels of a contribution, what one finds again of one's own, and what is said of it. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { reasonOf } from "../../facilitation/static/js/widgets/phone/outcome.js";
import { isLeaving, ownTexts } from "../../facilitation/static/js/widgets/phone/own-texts.js";
import { fieldsOf, payloadOf } from "../../facilitation/static/js/widgets/phone/post-payload.js";
import { isForTable } from "../../facilitation/static/js/widgets/phone/speaker.js";

const written = (values) => ({
  kind: "expectation",
  fields: { text: " Un mot. " },
  step: "attentes",
  onCase: null,
  everyCase: false,
  signed: false,
  secret: "f".repeat(32),
  ...values,
});
/** An entry of the outbox, saved unless told otherwise. @returns {any} */
const entry = (name, payload, more = {}) => ({
  key: payload.text ?? name,
  name,
  payload,
  meta: { who: "p" },
  state: "saved",
  at: 1,
  ...more,
});
const never = () => false;

test("a non-nominative text carries a secret and nobody; a signed one no secret", () => {
  const hidden = payloadOf(written({}));
  assert.deepEqual([hidden.anonymous, hidden.edit_secret, hidden.text], [true, "f".repeat(32), "Un mot."]);
  const signed = payloadOf(written({ signed: true }));
  assert.deepEqual([signed.anonymous, "edit_secret" in signed], [false, false]);
});

test("a positioning is never anonymous, whatever was chosen elsewhere", () => {
  const sent = payloadOf(written({ kind: "positioning", fields: { text: "Avis.", role: "pilot" }, onCase: "captage" }));
  assert.deepEqual([sent.anonymous, sent.role, sent.level, sent.case], [false, "pilot", null, "captage"]);
});

test("what the table says carries nobody, whatever was chosen of signing; a positioning never is the table's", () => {
  const said = payloadOf(written({ signed: true, forTable: true }));
  assert.deepEqual([said.for_table, said.anonymous, said.edit_secret], [true, true, "f".repeat(32)]);
  assert.ok(!("for_table" in payloadOf(written({}))));
  const position = payloadOf(written({ kind: "positioning", forTable: true, fields: { role: "pilot" } }));
  assert.deepEqual(["for_table" in position, position.anonymous], [false, false]);
});

test("the rapporteur alone speaks for the table, when chosen, in the step where it was chosen", () => {
  const at = (who, chosen = {}) => ({
    shared: false,
    forTable: false,
    isRapporteur: () => who === "rapporteur",
    draft: (key) => ({ read: () => chosen[key] ?? null }),
  });
  const chosen = { "voice.attentes": "table" };
  const speaks = (desk, kind = "expectation", step = "attentes") => isForTable(/** @type {any} */ (desk), kind, step);
  assert.ok(speaks(at("rapporteur", chosen)));
  assert.ok(!speaks(at("rapporteur")));
  assert.ok(!speaks(at("rapporteur", chosen), "expectation", "missions"));
  assert.ok(!speaks(at("rapporteur", chosen), "positioning"));
  assert.ok(!speaks(at("somebody", chosen)));
  assert.ok(!speaks({ ...at("rapporteur", chosen), shared: true }));
  assert.ok(speaks({ ...at("nobody"), shared: true, forTable: true }));
});

test("each kind carries its own shape only", () => {
  const fields = { text: "x", addressee: "ddt", lens: "elu", role: "pilot", common_tool: true };
  const keys = (kind) => Object.keys(payloadOf(written({ kind, fields }))).sort();
  assert.ok(keys("expectation").includes("addressee") && !keys("expectation").includes("tags"));
  assert.deepEqual(payloadOf(written({ kind: "proposal", fields })).tags, ["common_tool"]);
  assert.ok(!keys("proposal").includes("addressee") && !keys("proposal").includes("role"));
});

test("the situation is the table's, unless the step opens them all for positionings", () => {
  const on = (kind, everyCase, chosen) =>
    payloadOf(written({ kind, everyCase, onCase: "captage", fields: { text: "x", case: chosen } })).case;
  assert.equal(on("positioning", false, "hiver"), "captage");
  assert.equal(on("positioning", true, "hiver"), "hiver");
  assert.equal(on("positioning", true, undefined), "captage");
  assert.equal(on("proposal", true, "hiver"), "captage");
});

test("a refused text comes back as it was typed", () => {
  const sent = payloadOf(written({ kind: "proposal", fields: { text: "x", pooling: true } }));
  assert.deepEqual(fieldsOf(sent), { text: "x", pooling: true, signed: false });
});

test("a non-nominative text is found again without the server showing it", () => {
  const post = entry("contribution.post", { text: "à moi", anonymous: true }, { result: { id: "ATT-001" } });
  const [own] = ownTexts([post], [], "p", never);
  assert.deepEqual([own.id, own.text, own.withdrawn], ["ATT-001", "à moi", false]);
  assert.deepEqual(ownTexts([post], [], "somebody else", never), []);
});

test("a correction shows at once, then the server's wording prevails", () => {
  const post = entry("contribution.post", { text: "avant" }, { result: { id: "ATT-001" } });
  const edit = (state) => entry("contribution.edit", { contribution: "ATT-001", text: "après" }, { state });
  const text = (entries, records) => ownTexts(entries, records, "p", never)[0].text;
  const shown = [{ id: "ATT-001", text: "avant" }];
  assert.equal(text([edit("phone"), post], shown), "après");
  assert.equal(text([edit("saved"), post], []), "après");
  assert.equal(text([edit("refused"), post], shown), "avant");
  assert.equal(text([edit("saved"), post], [{ id: "ATT-001", text: "tel qu’enregistré" }]), "tel qu’enregistré");
});

test("a withdrawal counts once it is saved", () => {
  const post = entry("contribution.post", { text: "x" }, { result: { id: "ATT-001" } });
  const gone = (state) =>
    ownTexts([entry("contribution.withdraw", { contribution: "ATT-001" }, { state }), post], [], "p", never)[0]
      .withdrawn;
  assert.deepEqual([gone("phone"), gone("saved")], [false, true]);
});

test("what was signed on another phone is there too, once", () => {
  const post = entry("contribution.post", { text: "d’ici" }, { result: { id: "ATT-001" } });
  const records = [
    { id: "ATT-001", text: "d’ici", private: false },
    { id: "ATT-002", text: "d’ailleurs", private: false },
    { id: "ATT-003", text: "de la table" },
  ];
  const texts = ownTexts([post], records, "p", (record) => "private" in record);
  assert.deepEqual(
    texts.map((one) => one.id),
    ["ATT-001", "ATT-002"],
  );
});

test("a reason is told with its remark, colons and all", () => {
  assert.equal(reasonOf("duplicate: voir ATT-007: même idée"), "doublon, voir ATT-007: même idée");
  assert.equal(reasonOf("off_subject"), "hors sujet");
  assert.equal(reasonOf(""), "autre motif");
});

test("a text that the server shows before it answers is there once", () => {
  const post = entry("contribution.post", { kind: "proposal", text: "Un mot." }, { state: "phone" });
  const shown = { id: "PRO-001", kind: "proposal", text: "Un mot.", private: false };
  const texts = ownTexts([post], [shown], "p", (record) => "private" in record);
  assert.deepEqual([texts.length, texts[0].entry?.state], [1, "phone"]);
  assert.equal(isLeaving(texts, shown), true);
  assert.equal(isLeaving(texts, { ...shown, text: "Un autre mot." }), false);
});
