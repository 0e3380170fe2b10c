/** A long list on a page without a browser: what is in sight is full of cards, and each is looked after once. */
import assert from "node:assert/strict";
import { afterEach, test } from "node:test";

/** @type {Map<any, boolean>} what is observed, and whether it has been told */
const observed = new Map();
let observations = 0;
/** @type {(entries: any[]) => void} */
let tell = () => {};
/** @type {() => void} */
let scrolled = () => {};
const page = /** @type {any} */ (globalThis);
page.addEventListener = (/** @type {string} */ _name, /** @type {() => void} */ heard) => {
  scrolled = heard;
};
page.getComputedStyle = () => ({ overflowY: "auto", gridTemplateColumns: "none", marginBlockEnd: "0px" });
page.ResizeObserver = class {
  /** @param {(entries: any[]) => void} heard */
  constructor(heard) {
    tell = heard;
  }
  /** @param {any} element */
  observe(element) {
    observations += 1;
    observed.set(element, false);
  }
  /** @param {any} element */
  unobserve(element) {
    observed.delete(element);
  }
};
const { LongList } = await import("../../facilitation/static/js/core/long-list.js");
const SIGHT = 600;

/** A page with one list on it, drawn in frames as the console does. */
class Column {
  /** @param {{id: string, height: number}[]} cards */
  constructor(cards) {
    this.cards = cards;
    this.asked = true;
    /** @type {Map<string, any>} */
    this.there = new Map();
    this.element = { isConnected: true, scrollTop: 0, clientHeight: SIGHT, style: { setProperty() {} } };
    this.list = new LongList(
      () => {
        this.asked = true;
      },
      { usual: 90, sight: 320 },
    );
    this.rests();
  }

  /** Frame after frame until nothing is asked for; how many it took. */
  rests() {
    let frames = 0;
    for (; this.asked; frames += 1) {
      assert.ok(frames < 40, "it comes to rest");
      this.asked = false;
      this.draws();
      this.sizes();
    }
    return frames;
  }

  draws() {
    const drawn = this.list.drawn(this.cards);
    const now = new Map(drawn.map(({ one }) => [one.id, this.there.get(one.id) ?? cardOf(one)]));
    for (const [id, card] of this.there) card.isConnected = now.has(id);
    this.there = now;
    // The library tells a reference that is shared by all cards of each one, at each drawing.
    for (const card of now.values()) this.list.card(card);
    this.list.place(this.element);
  }

  /** What the browser tells of sizes after a drawing: what is new, and what left. */
  sizes() {
    const entries = [];
    for (const [target, told] of observed) {
      if (told && (target.isConnected || target.gone)) continue;
      observed.set(target, true);
      target.gone = !target.isConnected;
      entries.push({ target, borderBoxSize: [{ blockSize: target.isConnected ? (target.height ?? SIGHT) : 0 }] });
    }
    if (entries.length) tell(entries);
  }

  /** @param {number} by */
  wheels(by) {
    const whole = this.cards.reduce((all, { height }) => all + height, 0);
    this.element.scrollTop = Math.max(0, Math.min(this.element.scrollTop + by, whole - SIGHT));
    scrolled();
  }

  /** How much of what is in sight is without a card. */
  blank() {
    const { scrollTop } = this.element;
    const { before } = this.list.slice ?? { before: 0 };
    const end = before + [...this.there.values()].reduce((all, { height }) => all + height, 0);
    const last = this.cards.at(-1)?.id ?? "";
    const missing = this.there.has(last) ? 0 : Math.max(0, scrollTop + SIGHT - end);
    return Math.max(0, before - scrollTop) + missing;
  }
}

const cardOf = (/** @type {any} */ { id, height }) => ({ dataset: { card: id }, height, isConnected: true });
const cards = (/** @type {number[]} */ ...heights) => heights.map((height, place) => ({ id: `PRO-${place}`, height }));
const longThenShort = () => cards(...Array(12).fill(304), ...Array(100).fill(64));

afterEach(() => observed.clear());

test("short cards after long ones fill what is in sight, however the wheel turns", () => {
  const column = new Column(longThenShort());
  let blanks = 0;
  for (const by of [60, -60, 60])
    for (let step = 0; step < 200; step += 1) {
      column.wheels(by);
      assert.ok(column.rests() <= 4, `frames at step ${step}`);
      if (column.blank() > 0) blanks += 1;
    }
  assert.equal(blanks, 0);
});

test("a search that leaves short cards only shows all that have room", () => {
  const column = new Column(longThenShort());
  column.cards = column.cards.slice(-40);
  column.asked = true;
  column.rests();
  assert.equal(column.blank(), 0);
  assert.ok(column.there.size < 40, "and still not all of them");
});

test("a card is observed once, as long as it is on the page", () => {
  const column = new Column(longThenShort());
  observations = 0;
  for (let drawing = 0; drawing < 5; drawing += 1) column.draws();
  assert.equal(observations, 0);
  column.wheels(3000);
  column.rests();
  assert.equal(observed.size, column.there.size + 1, "the cards and their list");
  column.wheels(-3000);
  column.rests();
  assert.ok(column.there.has("PRO-0"));
  assert.equal(observed.size, column.there.size + 1);
});
