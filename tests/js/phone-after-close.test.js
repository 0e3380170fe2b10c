/** Once the day is closed a phone keeps what was never answered, and of its own texts no word. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { Outbox } from "../../facilitation/static/js/core/outbox-queue.js";
import { closedOver, holdsAnswered } from "../../facilitation/static/js/widgets/phone/after-close.js";
import { Desk } from "../../facilitation/static/js/widgets/phone/desk.js";
import { letGo } from "../../facilitation/static/js/widgets/phone/letting-go.js";
import { ownTexts } from "../../facilitation/static/js/widgets/phone/own-texts.js";
import { disk, until } from "./shelf.js";

globalThis.document ??= /** @type {any} */ ({ getElementById: () => null });

/** @returns {any} */
const entry = (key, name, payload, more = {}) => ({
  key,
  name,
  payload,
  meta: { who: "p" },
  state: "saved",
  epoch: "un",
  at: 1,
  ...more,
});
const posted = entry(
  "k1",
  "contribution.post",
  { kind: "expectation", text: "un mot", step: "s1", edit_secret: "e5" },
  { result: { id: "ATT-001" } },
);
const shown = { id: "ATT-001", text: "un mot", state: "posted" };
const edited = entry("k2", "contribution.edit", { contribution: "ATT-001", text: "mieux dit" });
const sheet = entry(
  "k3",
  "action.edit",
  { action: "ACT-01", field: "why", value: "constat" },
  { meta: { asked: true } },
);
const refused = entry("k4", "contribution.post", { text: "trop tard" }, { state: "refused", message: "Clos." });
const waiting = entry("k5", "contribution.post", { text: "en route" }, { state: "phone", tried: true });

test("what was answered goes, what never was stays to the letter", () => {
  const left = closedOver([posted, edited, sheet, refused, waiting], [shown], false, "un");
  assert.deepEqual(left.slice(1), [refused, waiting]);
  for (const words of ["un mot", "mieux dit", "constat"]) assert.ok(!JSON.stringify(left[0]).includes(words));
  assert.ok(holdsAnswered([posted], [shown], false, "un"));
  assert.ok(!holdsAnswered(left, [shown], false, "un"), "once is enough");
  assert.deepEqual(closedOver(left, [shown], false, "un"), left);
});

test("one's own text is found again in what the server shows, and stays one's own", () => {
  const [trace] = closedOver([posted], [shown], false, "un");
  const [own] = ownTexts([trace], [shown], "p", () => false);
  assert.deepEqual([own.text, own.posted.edit_secret, own.posted.step], ["un mot", "e5", "s1"]);
  assert.deepEqual(
    ownTexts([trace], [], "p", () => false),
    [],
    "no empty slip",
  );
});

test("what the server does not show this phone stays readable on it, as it was last worded", () => {
  const [trace, ...rest] = closedOver([posted, edited], [], false, "un");
  assert.deepEqual([trace.payload.text, trace.epoch, rest], ["mieux dit", undefined, []]);
  assert.equal(ownTexts([trace], [], "p", () => false)[0].text, "mieux dit");
  assert.ok(!holdsAnswered([trace], [], false, "un"));
  assert.ok(holdsAnswered([trace], [shown], false, "un"), "as soon as it is shown its words go");
  const aside = { id: "ATT-001", state: "set_aside", reason: "duplicate" };
  assert.equal(closedOver([posted], [aside], false, "un")[0].payload.text, "un mot");
  const back = entry("k6", "contribution.withdraw", { contribution: "ATT-001" });
  assert.deepEqual(closedOver([posted, back], [], false, "un"), [], "what was taken back is not read again");
  const erased = { id: "ATT-001", state: "withdrawn", reason: "erased" };
  assert.equal(closedOver([posted], [erased], false, "un")[0].payload.text, undefined);
});

test("a table's device keeps nobody's texts", () => {
  assert.deepEqual(closedOver([posted, refused], [shown], true, "un"), [refused]);
  assert.ok(!holdsAnswered(closedOver([posted, refused], [shown], true, "un"), [shown], true, "un"));
});

test("a non-nominative text keeps its words, for no personal stream gives them back after a reopening", () => {
  const secret = { ...posted, payload: { ...posted.payload, anonymous: true } };
  const left = closedOver([secret, edited], [shown], false, "un");
  assert.ok(!holdsAnswered(left, [shown], false, "un"));
  const aside = { id: "ATT-001", state: "set_aside", reason: "duplicate" };
  for (const records of [[aside], []]) assert.equal(ownTexts(left, records, "p", () => false)[0].text, "mieux dit");
  const erased = { id: "ATT-001", state: "withdrawn", reason: "erased" };
  assert.equal(closedOver(left, [erased], false, "un")[0].payload.text, undefined);
});

test("a table's device keeps what its people took upon themselves, less what they took back", () => {
  const made = (key, id) => entry(key, "commitment.make", { kind: "personal", text: key }, { result: { id } });
  const [one, two] = [made("c1", "ENG-1"), made("c2", "ENG-2")];
  const back = entry("c3", "commitment.withdraw", { commitment: "ENG-2" });
  const left = closedOver([posted, one, two, back], [], true, "un");
  assert.deepEqual(left, [one]);
  assert.ok(!holdsAnswered(left, [], true, "un"));
  assert.deepEqual(closedOver([one], [], false, "un"), [], "one's own phone hears of it in its personal stream");
});

test("what another life answered is left to be offered, whoever has its number now", () => {
  const other = { id: "ATT-001", text: "d’une autre", state: "posted" };
  for (const shared of [true, false]) {
    assert.deepEqual(closedOver([posted, edited], [other], shared, "deux"), [posted, edited]);
  }
});

test("what is left of a text loses its number in another life: it may be somebody else's", async () => {
  const shelf = disk();
  const other = { id: "ATT-001", text: "d’une autre", state: "posted" };
  const traces = [
    ...closedOver([posted], [shown], false, "un"),
    ...closedOver([{ ...posted, key: "k7" }], [], false, "un"),
  ];
  await shelf.lay("o", traces);
  const outbox = new Outbox("o", () => new Promise(() => {}), [shelf]);
  await outbox.live("un");
  assert.equal(ownTexts(outbox.entries(), [shown], "p", () => false).length, 2);
  await outbox.live("deux");
  const own = ownTexts(outbox.entries(), [other], "p", () => false);
  assert.deepEqual(
    own.map((one) => [one.text, one.record]),
    [["un mot", undefined]],
  );
  assert.deepEqual(closedOver(outbox.kept, [other], false, "deux"), outbox.kept);
});

test("nothing of it is offered to a server that goes back in time", async () => {
  const shelf = disk();
  const sent = [];
  const send = async (body) => sent.push(body.key) && { ok: true, result: {} };
  await shelf.lay("o", closedOver([posted, edited, sheet], [], false, "un"));
  const outbox = new Outbox("o", send, [shelf], () => 0);
  await outbox.ready;
  await outbox.live("deux");
  await outbox.drain();
  assert.deepEqual(sent, []);
});

/** A closed day in a life. @returns {any} */
function roomIn(epoch, ...records) {
  const all = (name) => (name === "workshop" ? [{ state: "closed" }] : name === "contributions" ? records : []);
  const boot = { code: "C", role: "participant", participant: "p" };
  return { boot, streams: { epoch }, link: "online", all, get: () => undefined, tell() {} };
}

test("a phone that slept through the close lets go when it wakes, and sends on what waits", async () => {
  const shelf = disk();
  await shelf.lay("o", [posted, sheet, waiting]);
  /** @type {((answer: any) => void)|null} */
  let arrive = null;
  const outbox = new Outbox(
    "o",
    () => new Promise((resolve) => (arrive = resolve)),
    [shelf],
    () => 0,
  );
  await outbox.ready;
  const workshop = { state: "open" };
  /** @type {any} */
  const room = {
    boot: { role: "participant", participant: "p" },
    streams: { epoch: "un" },
    link: "online",
    all: (name) => (name === "workshop" ? [workshop] : [shown, { ...shown, id: "ATT-002" }]),
    tell() {},
  };
  const desk = new Desk(room, outbox);
  desk.toast = () => {};
  desk.forgetAnswered();
  await outbox.line;
  assert.equal((await shelf.found()).length, 3, "the day goes on");
  workshop.state = "closed";
  desk.forgetAnswered();
  outbox.drain();
  await until(outbox, () => arrive !== null);
  const left = (await shelf.found()).map((one) => [one.key, one.payload.text]);
  assert.deepEqual(left.sort(), [
    ["k1", undefined],
    ["k5", "en route"],
  ]);
  /** @type {any} */ (arrive)({ ok: true, result: { id: "ATT-002" }, epoch: "un" });
  await until(outbox, () => outbox.waiting() === 0);
  desk.forgetAnswered();
  await outbox.line;
  assert.ok((await shelf.found()).every((one) => !("text" in one.payload)));
});

test("a phone that wakes in another life offers its text again before it lets go of anything", async () => {
  const shelf = disk();
  await shelf.lay("o", [posted]);
  const sent = [];
  const send = async (body) => {
    sent.push([body.payload.text, body.number]);
    return { ok: false, code: "closed", message: "Le séminaire est clos." };
  };
  const outbox = new Outbox("o", send, [shelf], () => 0);
  await outbox.ready;
  const room = roomIn("deux", { ...shown, text: "d’une autre" });
  const desk = new Desk(room, outbox);
  desk.toast = () => {};
  letGo(desk);
  await until(outbox, () => outbox.kept[0]?.state === "refused");
  letGo(desk);
  await outbox.line;
  assert.deepEqual(sent, [["un mot", "ATT-001"]]);
  assert.deepEqual(
    (await shelf.found()).map((one) => [one.state, one.payload.text]),
    [["refused", "un mot"]],
  );
});
