/** How somebody voted: on their phone while the vote is open, and nowhere once it is closed. */
import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { draft, draftKeys } from "../../facilitation/static/js/core/drafts.js";
import { changeFormer } from "../../facilitation/static/js/core/outbox-adopt.js";
import { Outbox } from "../../facilitation/static/js/core/outbox-queue.js";
import { Keeping } from "../../facilitation/static/js/widgets/phone/desk-keeping.js";
import { forgetClosed } from "../../facilitation/static/js/widgets/phone/vote-box.js";
import { roomOf } from "./rooms.js";
import { disk, storage } from "./shelf.js";

beforeEach(() => {
  Object.defineProperty(globalThis, "localStorage", { value: storage(), configurable: true, writable: true });
});

/** A phone that holds a paper of each ballot in each state, in a workshop whose ballots stand so. */
async function phone(ballots) {
  const shelf = disk();
  const states = ["phone", "saved", "refused"];
  const paper = (ballot, state, at) => ({
    key: `${ballot}-${state}`,
    name: "ballot.cast",
    state,
    at,
    meta: {},
    payload: { ballot },
  });
  const entries = ["VOT-1", "VOT-2"].flatMap((ballot, place) =>
    states.map((one, at) => paper(ballot, one, place * 3 + at)),
  );
  await shelf.lay("o", entries);
  await shelf.lay("o.before", entries);
  const outbox = new Outbox("o", () => new Promise(() => {}), [shelf]);
  await outbox.ready;
  for (const key of ["C.p.paper.VOT-1", "C.p.paper.VOT-2", "C.q.paper.VOT-1"]) draft(key).write({ choices: { A: 1 } });
  const room = roomOf({ ballots });
  room.boot = { code: "C" };
  /** @type {any} */ (outbox).changeFormer = (act) => changeFormer(outbox, "o", act);
  const before = async () => (await shelf.found("o.before")).map((entry) => entry.key);
  const desk = /** @type {any} */ (new Keeping(/** @type {any} */ (room), /** @type {any} */ (outbox)));
  return { desk, outbox, before };
}

const keys = (outbox) => outbox.kept.map((entry) => entry.key);

test("a closed vote leaves nothing, a refused paper neither; what still waits is left to the server", async () => {
  const { desk, outbox, before } = await phone([
    { id: "VOT-1", state: "closed" },
    { id: "VOT-2", state: "open" },
  ]);
  forgetClosed(desk);
  await outbox.line;
  const left = ["VOT-1-phone", "VOT-2-phone", "VOT-2-saved", "VOT-2-refused"];
  assert.deepEqual(keys(outbox), left);
  assert.deepEqual((await before()).sort(), left.sort(), "whoever had this phone before voted on it too");
  assert.deepEqual(draftKeys("C."), ["C.p.paper.VOT-2"]);
});

test("a vote that this page has not heard of is no reason to forget", async () => {
  const { desk, outbox } = await phone([]);
  forgetClosed(desk);
  await outbox.line;
  assert.equal(keys(outbox).length, 6);
  assert.equal(draftKeys("C.").length, 3);
});
