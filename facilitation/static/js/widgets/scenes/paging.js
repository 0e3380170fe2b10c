/** Pages filled in order: texts are paged, never shrunk, seven things at most on a page. Pure. */
import { cut, linesOf } from "./lines.js";

/** @typedef {import("./measure.js").Face} Face */

/** At most so many cards, rows or items on one page. */
export const MOST = 7;

/** Fewer lines than this of a text do not begin at the end of a page. */
const FEWEST = 3;

/**
 * Fill pages in order: a page ends when the next item does not fit, or when it holds `most`.
 * @template T
 * @param {T[]} items
 * @param {(item: T) => number} size
 * @param {number} height of a page
 * @param {number} [most] items on a page
 * @returns {T[][]}
 */
export function pack(items, size, height, most = MOST) {
  /** @type {T[][]} */
  const pages = [];
  let left = 0;
  for (const item of items) {
    const wanted = size(item);
    const page = pages.at(-1);
    if (page && wanted <= left && page.length < most) {
      page.push(item);
      left -= wanted;
    } else {
      pages.push([item]);
      left = height - wanted;
    }
  }
  return pages;
}

/**
 * Fill pages of two columns, left first, then right.
 * @template T
 * @param {T[]} items
 * @param {(item: T) => number} size
 * @param {number} height of a column
 * @returns {T[][][]} pages of columns of items
 */
export function packColumns(items, size, height) {
  /** @type {T[][][]} */
  const pages = [];
  for (const column of pack(items, size, height, Math.ceil(MOST / 2))) {
    const page = pages.at(-1);
    if (page && page.length < 2 && page[0].length + column.length <= MOST) page.push(column);
    else pages.push([column]);
  }
  return pages;
}

/**
 * Let texts run over pages: one that does not fit is cut, and goes on on the next page.
 * @template {{text: string, goesOn?: boolean}} T
 * @param {T[]} items
 * @param {{width: number, height: number, size: (item: T, lines: number) => number, face?: Face}} page
 * @returns {T[][]}
 */
export function flow(items, { width, height, size, face }) {
  /** @type {T[][]} */
  const pages = [];
  let left = 0;
  const queue = [...items];
  for (let item = queue.shift(); item; item = queue.shift()) {
    const all = linesOf(item.text, width, face);
    const fit = fitting(item, all, left, size);
    const page = pages.at(-1);
    if (page && page.length < MOST && (fit === all || fit >= FEWEST)) {
      const [head, rest] = cut(item.text, width, fit, face);
      page.push({ ...item, text: head });
      left -= size(item, linesOf(head, width, face));
      if (rest) queue.unshift({ ...item, text: rest, goesOn: true });
    } else {
      if (page?.length === 0) throw new RangeError("Not even one line fits on a page");
      pages.push([]);
      left = height;
      queue.unshift(item);
    }
  }
  return pages;
}

/**
 * The most lines of an item that fit into what is left.
 * @template T
 * @param {T} item
 * @param {number} all
 * @param {number} left
 * @param {(item: T, lines: number) => number} size
 */
function fitting(item, all, left, size) {
  let lines = all;
  while (lines > 0 && size(item, lines) > left) lines -= 1;
  return lines;
}
