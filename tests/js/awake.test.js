/** A lit screen: while somebody is at it and there is something to do; given back at once otherwise. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { Awake } from "../../facilitation/static/js/core/awake.js";
import { ACTIVE, busy, keepLit } from "../../facilitation/static/js/widgets/phone/lit.js";

const turn = () => new Promise((resolve) => setImmediate(resolve));

/** A page, and the system that gives locks to it. @returns {any} */
function phone() {
  const told = new Map();
  const page = {
    hidden: false,
    told,
    addEventListener: (name, act) => told.set(name, [...(told.get(name) ?? []), act]),
    tell: (name) => {
      for (const act of told.get(name) ?? []) act();
    },
  };
  const locks = [];
  const lock = {
    refuses: false,
    async request() {
      if (lock.refuses) throw new Error("battery");
      const release = async () => {
        held.released = true;
      };
      const held = { released: false, release };
      locks.push(held);
      return held;
    },
  };
  return { page, lock, locks, held: () => locks.filter((one) => !one.released).length };
}

test("asked for, it is held once; given back, it is gone", async () => {
  const { page, lock, locks, held } = phone();
  const awake = new Awake(lock, page);
  awake.want(true);
  awake.want(true);
  await turn();
  assert.deepEqual([locks.length, held()], [1, 1]);
  awake.want(false);
  assert.equal(held(), 0);
});

test("hidden, the system takes it; in sight again, it is asked for anew, if it is still wanted", async () => {
  const { page, lock, locks, held } = phone();
  const awake = new Awake(lock, page);
  awake.want(true);
  await turn();
  page.hidden = true;
  locks[0].released = true;
  page.tell("visibilitychange");
  await turn();
  assert.equal(held(), 0);
  page.hidden = false;
  page.tell("visibilitychange");
  await turn();
  assert.equal(held(), 1);
  awake.want(false);
  page.tell("visibilitychange");
  await turn();
  assert.equal(held(), 0);
});

test("what is no longer wanted when it comes is given back at once", async () => {
  const { page, lock, held } = phone();
  const awake = new Awake(lock, page);
  awake.want(true);
  awake.want(false);
  await turn();
  assert.equal(held(), 0);
});

test("a refusal is no failure, and is asked again", async () => {
  const { page, lock, held } = phone();
  lock.refuses = true;
  const awake = new Awake(lock, page);
  awake.want(true);
  await turn();
  lock.refuses = false;
  awake.want(true);
  await turn();
  assert.equal(held(), 1);
});

test("where browsers have no such thing nothing happens", () => {
  const { page } = phone();
  new Awake(null, page).want(true);
  assert.equal(page.told.size, 0);
});

/** @returns {any} */
const desk = (more = {}) => ({
  isOver: () => false,
  mayWrite: () => false,
  me: () => ({}),
  step: () => ({ allows: ["expectation"] }),
  room: { all: () => [], onChange() {} },
  ...more,
});
const voting = { room: { all: () => [{ state: "open" }], onChange() {} } };

test("there is something to do while one may write or vote, and only then", () => {
  assert.equal(busy(desk()), false);
  assert.equal(busy(desk({ mayWrite: () => true })), true);
  assert.equal(busy(desk({ mayWrite: () => true, step: () => ({ allows: [] }) })), false);
  assert.equal(busy(desk({ mayWrite: () => true, step: () => undefined })), false);
  assert.equal(busy(desk(voting)), true);
  assert.equal(busy(desk({ ...voting, me: () => ({ votes: false }) })), false);
  assert.equal(busy(desk({ ...voting, mayWrite: () => true, isOver: () => true })), false);
});

test("an untouched phone goes to sleep; taken up again, it stays lit", (context) => {
  const { page } = phone();
  globalThis.document = page;
  context.mock.timers.enable({ apis: ["setInterval", "Date"] });
  const wants = [];
  keepLit(desk({ mayWrite: () => true }), /** @type {any} */ ({ want: (one) => wants.push(one) }));
  assert.equal(wants.at(-1), true);
  context.mock.timers.tick(ACTIVE / 2);
  page.tell("pointerdown");
  context.mock.timers.tick(ACTIVE * 0.75);
  assert.equal(wants.at(-1), true);
  context.mock.timers.tick(ACTIVE * 0.5);
  assert.equal(wants.at(-1), false);
  page.hidden = true;
  page.tell("visibilitychange");
  assert.equal(wants.at(-1), false);
  page.hidden = false;
  page.tell("visibilitychange");
  assert.equal(wants.at(-1), true);
});
