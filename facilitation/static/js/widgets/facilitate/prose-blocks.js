/** Texts of the scenario as values: paragraphs, and lines that begin with a dash as a list. Pure. */

const DASH = /^\s*[-–•]\s+/;

/**
 * The blocks of a text: a paragraph is a string, a list is an array of its items.
 * @param {string} text
 * @returns {Array<string|string[]>}
 */
export function blocks(text) {
  /** @type {Array<string|string[]>} */
  const found = [];
  for (const part of text.split(/\n\s*\n/)) {
    for (const line of part.trim().split("\n")) place(found, line);
    found.push("");
  }
  return found.filter((one) => one.length);
}

/** A line joins the block before it, or begins its own. */
function place(/** @type {Array<string|string[]>} */ found, /** @type {string} */ line) {
  const last = found.at(-1);
  const item = DASH.test(line) ? line.replace(DASH, "") : null;
  if (item !== null && Array.isArray(last)) last.push(item);
  else if (item !== null) found.push([item]);
  else if (Array.isArray(last)) last[last.length - 1] += ` ${line.trim()}`;
  else if (last) found[found.length - 1] = `${last}\n${line}`;
  else found.push(line);
}
