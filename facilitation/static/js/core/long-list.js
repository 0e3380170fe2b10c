/**
 * A list of thousands of cards of which only those near the eye are on the page: it learns the heights
 * of what was drawn, and asks for another drawing when the eye comes near the edge.
 */
import { Heights } from "./long-list-heights.js";
import { sliceOf, spanning, sum } from "./long-list-slice.js";
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
    this.sight = sight;
    this.top = 0;
    this.columns = 1;
    /** @type {string[]} */
    this.ids = [];
    this.heights = new Heights(usual);
    /** @type {HTMLElement|null} */
    this.element = null;
    /** @type {import("./long-list-slice.js").Slice} */
    this.slice = { from: 0, to: 0, before: 0, after: 0 };
    this.card = this.card.bind(this);
  }

  /**
   * The cards to draw now, each with its place from 1.
   * @template {{id: string}} T
   * @param {T[]} all
   * @param {boolean} growing whether all that is drawn stays, as a card of it is in the air
   * @returns {{one: T, place: number}[]}
   */
  drawn(all, growing = false) {
    const { columns, heights, sight, slice } = this;
    this.ids = all.map((one) => one.id);
    // A list that comes anew onto the page begins at its top.
    if (!this.element?.isConnected) this.top = 0;
    heights.learn();
    const rows = heights.rows(this.ids, columns);
    const end = this.top + (1 + OVER) * sight;
    this.slice = sliceOf(rows, this.top - OVER * sight, end, heights.least(this.ids, columns));
    if (growing) this.slice = spanning(slice, this.slice, rows);
    const first = this.slice.from * columns;
    return all.slice(first, this.slice.to * columns).map((one, index) => ({ one, place: first + index + 1 }));
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
    element.style.setProperty("--before", `${this.slice.before}px`);
    element.style.setProperty("--after", `${this.slice.after}px`);
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
    this.heights.take(card, height);
  }

  /** The list has another width or height. */
  fit() {
    if (!this.element?.isConnected) return;
    const { columns } = this;
    this.columns = getComputedStyle(this.element).gridTemplateColumns.split(" ").length;
    if (columns !== this.columns) this.redraw();
  }

  /** Something was scrolled, the list itself or the page that it stands on, or sizes were told. */
  follow() {
    if (!this.element?.isConnected) return;
    const { element } = this;
    const scrolls = getComputedStyle(element).overflowY !== "visible";
    this.top = scrolls ? element.scrollTop : -element.getBoundingClientRect().top;
    this.sight = scrolls ? element.clientHeight : innerHeight;
    const margin = this.sight * EDGE;
    const { top, bottom } = this.edges();
    if (this.top - margin < top || this.top + this.sight + margin > bottom) this.redraw();
  }

  /** Between which heights cards stand on the page, by what is known of them now. */
  edges() {
    const { ids, columns } = this;
    const { from, to, before } = this.slice;
    const rows = this.heights.rows(ids.slice(from * columns, to * columns), columns);
    return { top: from ? before : -Infinity, bottom: to * columns < ids.length ? before + sum(rows) : Infinity };
  }

  /**
   * Let the next drawing hold a card, wherever the eye is.
   * @param {string} id
   * @returns {boolean} whether the list has it
   */
  seek(id) {
    const place = this.ids.indexOf(id);
    if (place < 0) return false;
    this.top = sum(this.heights.rows(this.ids.slice(0, place), this.columns)) - this.sight / 2;
    return true;
  }
}
