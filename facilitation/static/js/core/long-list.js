/**
 * A list of thousands of cards of which only those near the eye are on the page: it learns the heights
 * of what was drawn, and asks for another drawing when the eye comes near the edge.
 */
import { rowsOf, sliceOf, sum } from "./long-list-slice.js";
import { watchCard, watchList } from "./long-list-watch.js";

/** How far beyond what is in sight cards are drawn, and how little of that may be left: shares of the sight. */
const OVER = 0.7;
const EDGE = 0.3;

export class LongList {
  /**
   * @param {() => void} redraw
   * @param {{usual: number, sight: number}} supposed the height of a card and of the list, until they are known
   */
  constructor(redraw, { usual, sight }) {
    this.redraw = redraw;
    this.usual = usual;
    this.sight = sight;
    this.top = 0;
    this.columns = 1;
    /** @type {string[]} */
    this.ids = [];
    /** @type {Map<string, number>} */
    this.known = new Map();
    /** @type {HTMLElement|null} */
    this.element = null;
    this.edges = { top: 0, bottom: 0 };
    /** @type {number|undefined} */
    this.learnt = undefined;
    /** Between two cards, once one was seen. @type {number|undefined} */
    this.gap = undefined;
    this.card = this.card.bind(this);
  }

  /**
   * The cards to draw now, each with its place from 1.
   * @template {{id: string}} T
   * @param {T[]} all
   * @returns {{one: T, place: number}[]}
   */
  drawn(all) {
    this.ids = all.map((one) => one.id);
    // A list that comes anew onto the page begins at its top.
    if (!this.element?.isConnected) this.top = 0;
    // The first heights make the usual one; it then stays, lest what is not drawn should move.
    this.learnt ??= this.known.size ? sum(Float64Array.from(this.known.values())) / this.known.size : undefined;
    const rows = rowsOf(this.ids, this.columns, this.known, this.learnt ?? this.usual);
    this.slice = sliceOf(rows, this.top - OVER * this.sight, this.top + (1 + OVER) * this.sight);
    const { from, to, before, after } = this.slice;
    this.edges = { top: from ? before : -Infinity, bottom: after ? sum(rows) - after : Infinity };
    const first = from * this.columns;
    return all.slice(first, to * this.columns).map((one, index) => ({ one, place: first + index + 1 }));
  }

  /**
   * The list's own element, at each drawing: the room of what is not drawn goes in by script.
   * @param {any} element
   */
  place(element) {
    if (!element) return;
    if (this.element !== element) {
      this.element = element;
      watchList(this, element);
    }
    element.style.setProperty("--before", `${this.slice?.before ?? 0}px`);
    element.style.setProperty("--after", `${this.slice?.after ?? 0}px`);
  }

  /** A card that comes onto the page. @param {Element|undefined} element */
  card(element) {
    if (element) watchCard(this, element);
  }

  /**
   * @param {HTMLElement} card
   * @param {number} height
   */
  sized(card, height) {
    const id = card.dataset.card;
    if (!id) return;
    this.gap ??= Number.parseFloat(getComputedStyle(card).marginBlockEnd) || 0;
    this.known.set(id, height + this.gap);
  }

  /** The list has another width or height. */
  fit() {
    if (!this.element?.isConnected) return;
    const { columns } = this;
    this.columns = getComputedStyle(this.element).gridTemplateColumns.split(" ").length;
    if (columns === this.columns) this.follow();
    else this.redraw();
  }

  /** Something was scrolled, in a list that scrolls by itself or on the page that it stands on. */
  follow() {
    if (!this.element?.isConnected) return;
    const { element } = this;
    const scrolls = getComputedStyle(element).overflowY !== "visible";
    this.top = scrolls ? element.scrollTop : -element.getBoundingClientRect().top;
    this.sight = scrolls ? element.clientHeight : innerHeight;
    const margin = this.sight * EDGE;
    const { top, bottom } = this.edges;
    if (this.top - margin < top || this.top + this.sight + margin > bottom) this.redraw();
  }

  /**
   * Let the next drawing hold a card, wherever the eye is.
   * @param {string} id
   * @returns {boolean} whether the list has it
   */
  seek(id) {
    const place = this.ids.indexOf(id);
    if (place < 0) return false;
    const rows = rowsOf(this.ids.slice(0, place), this.columns, this.known, this.learnt ?? this.usual);
    this.top = sum(rows) - this.sight / 2;
    return true;
  }
}
