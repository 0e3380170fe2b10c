/** Which table is proposed for which theme's sheet. Pure. */

/**
 * A table for each theme, in the order given: each in its turn, and among those whose turn it is,
 * the one that wrote most of the theme's texts.
 * @param {{id: string}[]} themes
 * @param {{id: string, number: number}[]} free tables that write no sheet yet
 * @param {{theme: string|null, table?: string|null, state: string}[]} texts
 * @returns {Map<string, {id: string, number: number}>} by theme; empty when no table is free
 */
export function turns(themes, free, texts) {
  const asked = new Map(free.map((table) => [table.id, 0]));
  const wrote = (/** @type {string} */ theme, /** @type {string} */ table) =>
    texts.filter((one) => one.state === "posted" && one.theme === theme && one.table === table).length;
  const given = new Map();
  for (const { id } of free.length ? themes : []) {
    const [first] = [...free].sort(
      (one, other) =>
        (asked.get(one.id) ?? 0) - (asked.get(other.id) ?? 0) ||
        wrote(id, other.id) - wrote(id, one.id) ||
        one.number - other.number,
    );
    given.set(id, first);
    asked.set(first.id, (asked.get(first.id) ?? 0) + 1);
  }
  return given;
}
