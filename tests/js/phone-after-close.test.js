/** Once the day is closed a phone keeps what was never answered, and of its own texts no word. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { Outbox } from "../../facilitation/static/js/core/outbox-queue.js";
import { closedOver, holdsAnswered } from "../../facilitation/static/js/widgets/phone/after-close.js";
import { Desk } from "../../facilitation/static/js/widgets/phone/desk.js";
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
  { kind: "expectation", text: "un mot", step: "s1", anonymous: true, edit_secret: "e5" },
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
  const left = closedOver([posted, edited, sheet, refused, waiting], [shown], false);
  assert.deepEqual(left.slice(1), [refused, waiting]);
  for (const words of ["un mot", "mieux dit", "constat"]) assert.ok(!JSON.stringify(left[0]).includes(words));
  assert.ok(holdsAnswered([posted], [shown], false));
  assert.ok(!holdsAnswered(left, [shown], false), "once is enough");
  assert.deepEqual(closedOver(left, [shown], false), left);
});

test("one's own text is found again in what the server shows, and stays one's own", () => {
  const [trace] = closedOver([posted], [shown], false);
  const [own] = ownTexts([trace], [shown], "p", () => false);
  assert.deepEqual([own.text, own.posted.edit_secret, own.posted.step], ["un mot", "e5", "s1"]);
  assert.deepEqual(
    ownTexts([trace], [], "p", () => false),
    [],
    "no empty slip",
  );
});

test("what the server does not show this phone stays readable on it, as it was last worded", () => {
  const [trace, ...rest] = closedOver([posted, edited], [], false);
  assert.deepEqual([trace.payload.text, trace.epoch, rest], ["mieux dit", undefined, []]);
  assert.equal(ownTexts([trace], [], "p", () => false)[0].text, "mieux dit");
  assert.ok(!holdsAnswered([trace], [], false));
  assert.ok(holdsAnswered([trace], [shown], false), "as soon as it is shown its words go");
  const aside = { id: "ATT-001", state: "set_aside", reason: "duplicate" };
  assert.equal(closedOver([posted], [aside], false)[0].payload.text, "un mot");
  const back = entry("k6", "contribution.withdraw", { contribution: "ATT-001" });
  assert.deepEqual(closedOver([posted, back], [], false), [], "what was taken back is not read again");
  const erased = { id: "ATT-001", state: "withdrawn", reason: "erased" };
  assert.equal(closedOver([posted], [erased], false)[0].payload.text, undefined);
});

test("a table's device keeps nobody's texts", () => {
  assert.deepEqual(closedOver([posted, refused], [shown], true), [refused]);
  assert.ok(!holdsAnswered(closedOver([posted, refused], [shown], true), [shown], true));
});

test("nothing of it is offered to a server that goes back in time", async () => {
  const shelf = disk();
  const sent = [];
  const send = async (body) => sent.push(body.key) && { ok: true, result: {} };
  await shelf.lay("o", closedOver([posted, edited, sheet], [], false));
  const outbox = new Outbox("o", send, [shelf], () => 0);
  await outbox.ready;
  await outbox.live("deux");
  await outbox.drain();
  assert.deepEqual(sent, []);
});

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
