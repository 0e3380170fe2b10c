/** What is asked once while it is under way, and what is written meanwhile, which stays. */
import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { Outbox } from "../../facilitation/static/js/core/outbox-queue.js";
import { disk, until } from "./shelf.js";

// The drawing library looks for a page when it is loaded.
globalThis.document = /** @type {any} */ ({ createTreeWalker: () => null });
const { add } = await import("../../facilitation/static/js/widgets/phone/member-adding.js");
const { told } = await import("../../facilitation/static/js/widgets/phone/sheet-input.js");
const { underWay } = await import("../../facilitation/static/js/widgets/phone/standing.js");
const { correct } = await import("../../facilitation/static/js/widgets/phone/statement-correction.js");

/** @type {any} */
let desk;
/** What was sent, and how each is answered. @type {{body: any, answer: (content: any) => void}[]} */
let sent;

beforeEach(() => {
  const mine = [];
  sent = mine;
  const send = (body) => new Promise((answer) => mine.push({ body, answer }));
  const outbox = new Outbox("o", send, [disk()], () => 0);
  const drafts = new Map();
  desk = {
    outbox,
    drafts,
    ui: {},
    said: [],
    shared: true,
    room: { boot: { table: "1" }, link: "online" },
    draft: (key) => ({
      read: () => drafts.get(key) ?? null,
      write: (value) => drafts.set(key, value),
      clear: () => drafts.delete(key),
    }),
    send: (name, payload, options) => outbox.ask(name, payload, {}, options),
    toast: (text) => desk.said.push(text),
    draw: () => {},
  };
});

const submit = (target = {}) => /** @type {any} */ ({ preventDefault() {}, target });
const wording = (says) => ({ subject: "Zones humides", says });
const one = { id: "DIR-01", v: 4 };

test("what was sent and not touched since is no longer a draft once it is saved", async () => {
  desk.drafts.set("statement.DIR-01", { ...wording("A"), base: 4 });
  const done = correct(submit(), desk, one);
  await until(desk.outbox, () => sent.length === 1);
  sent[0].answer({ ok: true, seq: 9 });
  await done;
  assert.equal(desk.drafts.size, 0);
});

test("what was written on while a wording travelled stays, from the version just written", async () => {
  desk.drafts.set("statement.DIR-01", { ...wording("A"), base: 4 });
  const done = correct(submit(), desk, one);
  await until(desk.outbox, () => sent.length === 1);
  desk.drafts.set("statement.DIR-01", { ...wording("A et B"), base: 4 });
  sent[0].answer({ ok: true, seq: 9 });
  await done;
  assert.deepEqual(desk.drafts.get("statement.DIR-01"), { ...wording("A et B"), base: 9 });
});

test("a wording is sent once, and again only after its answer", async () => {
  desk.drafts.set("statement.DIR-01", { ...wording("A"), base: 4 });
  const first = correct(submit(), desk, one);
  correct(submit(), desk, one);
  await until(desk.outbox, () => sent.length === 1);
  assert.equal(desk.outbox.waiting(), 1);
  assert.ok(underWay(desk, "statement.edit", (payload) => payload.statement === "DIR-01"));
  assert.ok(!underWay(desk, "statement.edit", (payload) => payload.statement === "DIR-02"));
  sent[0].answer({ ok: false, code: "conflict", message: "Changé." });
  await first;
  assert.deepEqual([desk.drafts.size, desk.said], [1, ["Changé."]]);
  correct(submit(), desk, one);
  assert.equal(desk.outbox.waiting(), 1);
});

/** A form of this browser's, as far as adding somebody needs it. */
function form(name) {
  const values = { service: "ddt", name };
  globalThis.FormData = /** @type {any} */ (
    class {
      constructor(/** @type {any} */ of) {
        this.of = of;
      }
      get(/** @type {string} */ key) {
        return this.of.values[key];
      }
    }
  );
  return {
    values,
    emptied: 0,
    reset() {
      this.emptied += 1;
    },
  };
}

test("a double tap adds one person", async () => {
  const fields = form("Ana");
  const first = add(submit(fields), desk);
  await add(submit(fields), desk);
  await until(desk.outbox, () => sent.length === 1);
  assert.equal(desk.outbox.waiting(), 1);
  sent[0].answer({ ok: true });
  await first;
  assert.equal(fields.emptied, 1);
  add(submit(fields), desk);
  assert.equal(desk.outbox.waiting(), 1, "the next person is added");
});

test("the next name, written while the first travels, is not wiped off", async () => {
  const fields = form("Ana");
  const first = add(submit(fields), desk);
  await until(desk.outbox, () => sent.length === 1);
  fields.values.name = "Bruno";
  sent[0].answer({ ok: true });
  await first;
  assert.equal(fields.emptied, 0);
});

test("a sheet's field on its way says that it is kept here as long as the link is not there", () => {
  assert.match(told(desk, { state: "saving" }), /^Envoi/);
  desk.room.link = "lost";
  assert.match(told(desk, { state: "saving" }), /pas encore enregistré$/);
  assert.equal(told(desk, undefined), "");
});
