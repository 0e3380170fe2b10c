/** Time as the server counts it, drafts as they are typed, an order of one's own. */
import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { formatClock, remaining, writingLeft } from "../../facilitation/static/js/core/clock.js";
import { draft, draftKeys, onDraftElsewhere } from "../../facilitation/static/js/core/drafts.js";
import { newKey, shuffled } from "../../facilitation/static/js/core/keys.js";

/** The browser's storage, for a test. */
function shelf() {
  const kept = new Map();
  return {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => kept.set(key, value),
    removeItem: (key) => kept.delete(key),
    key: (place) => [...kept.keys()][place] ?? null,
    get length() {
      return kept.size;
    },
  };
}

beforeEach(() => {
  Object.defineProperty(globalThis, "localStorage", { value: shelf(), configurable: true });
});

test("a clock counts down to zero, then says how late it is", () => {
  assert.deepEqual([245_000, 60_000, 59_001, 1, 0].map(formatClock), ["4:05", "1:00", "1:00", "0:01", "0:00"]);
  assert.deepEqual([-999, -1_000, -61_000].map(formatClock), ["+0:00", "+0:01", "+1:01"]);
});

test("a running step counts, a paused one stands still, another has no clock", () => {
  assert.equal(remaining({ state: "running", ends_at: 5_000 }, 2_000), 3_000);
  assert.equal(remaining({ state: "paused", ends_at: null, remaining: 7_000 }, 99_000), 7_000);
  assert.equal(remaining({ state: "done", ends_at: 5_000 }, 2_000), null);
  assert.equal(remaining(undefined, 0), null);
});

test("time to write is told only while writing is open and time runs", () => {
  const step = { state: "running", writing_open: true, writing_ends_at: 5_000 };
  assert.equal(writingLeft(step, 2_000), 3_000);
  assert.equal(writingLeft(step, 9_000), 0);
  assert.equal(writingLeft({ ...step, state: "paused" }, 2_000), null);
  assert.equal(writingLeft({ ...step, writing_open: false }, 2_000), null);
  assert.equal(writingLeft(undefined, 0), null);
});

test("a draft survives, is found among others, and is gone once cleared", () => {
  draft("C.p.post.s1.proposal").write({ text: "à moitié" });
  draft("C.q.post.s1.proposal").write({ text: "d’un autre" });
  assert.deepEqual(draft("C.p.post.s1.proposal").read(), { text: "à moitié" });
  assert.deepEqual(draftKeys("C.p.post."), ["C.p.post.s1.proposal"]);
  draft("C.p.post.s1.proposal").clear();
  assert.equal(draft("C.p.post.s1.proposal").read(), null);
  assert.deepEqual(draftKeys("C.p."), []);
});

test("a phone that refuses storage still keeps drafts while the page is open", () => {
  Object.defineProperty(globalThis, "localStorage", {
    get() {
      throw new Error("refused");
    },
    configurable: true,
  });
  draft("memory").write("un mot");
  assert.equal(draft("memory").read(), "un mot");
  assert.deepEqual(draftKeys("mem"), ["memory"]);
});

test("everybody has an order of their own, and it stays", () => {
  const options = ["a", "b", "c", "d", "e", "f"];
  assert.deepEqual(shuffled(options, "VOT-01p1"), shuffled(options, "VOT-01p1"));
  assert.deepEqual([...shuffled(options, "VOT-01p1")].sort(), options);
  const orders = new Set(Array.from({ length: 40 }, (_one, place) => shuffled(options, `VOT-01p${place}`).join("")));
  assert.ok(orders.size > 30, `${orders.size} orders of 40`);
  const firsts = new Set([...orders].map((order) => order[0]));
  assert.equal(firsts.size, options.length);
});

test("keys are thirty-two hexadecimal digits, each its own", () => {
  assert.match(newKey(), /^[0-9a-f]{32}$/);
  assert.notEqual(newKey(), newKey());
});

test("a page hears that another one of this phone wrote a draft, and of nothing else", () => {
  const told = [];
  let tell = (/** @type {any} */ _event) => {};
  globalThis.addEventListener = /** @type {any} */ ((_name, act) => (tell = act));
  onDraftElsewhere(() => told.push("draft"));
  tell({ key: "tablee.draft.C.p.post.s1.proposal" });
  tell({ key: "tablee.outbox.C.participant.p" });
  tell({ key: null });
  assert.deepEqual(told, ["draft"]);
});
