/** Where the lines of a text end on the stage, and where a text is cut when a page is full. Pure. */
import { pixelsOf, unitsOf, widthOf } from "./measure.js";

/** @typedef {import("./measure.js").Face} Face */

const SPACE = unitsOf(" ");

/**
 * The lines that a text makes when it is set so many pixels wide.
 * @param {string} text
 * @param {number} width
 * @param {Face} [face]
 * @returns {string[]}
 */
export function wrap(text, width, face) {
  return text.split("\n").flatMap((paragraph) => wrapOne(paragraph, width, face));
}

/**
 * @param {string} text
 * @param {number} width
 * @param {Face} [face]
 */
function wrapOne(text, width, face) {
  const lines = [""];
  let taken = 0;
  for (const word of text.split(/[ \t]+/).flatMap((one) => broken(one, width, face))) {
    const line = lines[lines.length - 1];
    const units = unitsOf(word);
    const longer = line ? taken + SPACE + units : units;
    if (line && pixelsOf(longer, face) > width) {
      lines.push(word);
      taken = units;
    } else {
      lines[lines.length - 1] = line ? `${line} ${word}` : word;
      taken = longer;
    }
  }
  return lines;
}

/**
 * A word longer than the line is broken anywhere, as the style sheet does.
 * @param {string} word
 * @param {number} width
 * @param {Face} [face]
 */
function broken(word, width, face) {
  if (widthOf(word, face) <= width) return [word];
  const parts = [""];
  for (const letter of word) {
    if (widthOf(parts[parts.length - 1] + letter, face) <= width) parts[parts.length - 1] += letter;
    else parts.push(letter);
  }
  return parts;
}

/**
 * @param {string} text
 * @param {number} width
 * @param {Face} [face]
 */
export function linesOf(text, width, face) {
  return wrap(text, width, face).length;
}

/**
 * Cut a text after so many lines at most, at the end of a sentence where one ends late enough.
 * @param {string} text
 * @param {number} width
 * @param {number} lines
 * @param {Face} [face]
 * @returns {[string, string]} what fits, and the rest
 */
export function cut(text, width, lines, face) {
  const all = wrap(text, width, face);
  if (all.length <= lines) return [text.trim(), ""];
  const most = all.slice(0, lines).reduce((end, line) => endOf(text, line, end), 0);
  const ends = [". ", "! ", "? ", "; ", "\n"].map((mark) => text.slice(0, most).lastIndexOf(mark));
  const sentence = Math.max(...ends) + 1;
  const end = sentence > most / 2 ? sentence : most;
  return [text.slice(0, end).trim(), text.slice(end).trim()];
}

/** Where a line that begins at `from` (or after some white space) ends in the text. */
function endOf(/** @type {string} */ text, /** @type {string} */ line, /** @type {number} */ from) {
  let at = from;
  for (const part of line.split(" ")) at = text.indexOf(part, at) + part.length;
  return at;
}
