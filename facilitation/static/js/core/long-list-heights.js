/** The heights of a long list's cards: those that were seen, and what is supposed of the others. */
import { rowsOf, sum } from "./long-list-slice.js";

export class Heights {
  /** @param {number} usual the height of a card, until one is known */
  constructor(usual) {
    this.usual = usual;
    /** What a card takes at least. */
    this.smallest = usual;
    /** @type {Map<string, number>} */
    this.known = new Map();
    /** @type {number|undefined} */
    this.learnt = undefined;
    /** Between two cards, once one was seen. @type {number|undefined} */
    this.gap = undefined;
  }

  /** The first heights make the usual one; it then stays, lest what is not drawn should move. */
  learn() {
    const { size } = this.known;
    if (size) this.learnt ??= sum(Float64Array.from(this.known.values())) / size;
  }

  /**
   * @param {HTMLElement} card
   * @param {number} height
   */
  take(card, height) {
    const id = card.dataset.card;
    if (!id) return;
    this.gap ??= Number.parseFloat(getComputedStyle(card).marginBlockEnd) || 0;
    this.known.set(id, height + this.gap);
    this.smallest = Math.min(this.smallest, height + this.gap);
  }

  /**
   * @param {string[]} ids
   * @param {number} columns
   */
  rows(ids, columns) {
    return rowsOf(ids, columns, this.known, this.learnt ?? this.usual);
  }

  /**
   * What a row takes at least.
   * @param {string[]} ids
   * @param {number} columns
   * @returns {(row: number) => number}
   */
  least(ids, columns) {
    const { known, smallest } = this;
    return (row) => rowsOf(ids.slice(row * columns, (row + 1) * columns), columns, known, smallest)[0];
  }
}
