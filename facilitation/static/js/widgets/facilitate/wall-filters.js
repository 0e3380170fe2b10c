/**
 * What the facilitator's wall keeps of all contributions: one pure test per filter.
 * No drawing here, and no memory: `arrivals.js` decides when new ones come in.
 */

/** @typedef {{kind: string, table: string, case: string, step: string, tag: string,
 *   theme: string, state: string, late: boolean, text: string}} Filters */

/** @type {Filters} */
export const NO_FILTER = Object.freeze({
  kind: "",
  table: "",
  case: "",
  step: "",
  tag: "",
  theme: "",
  state: "posted",
  late: false,
  text: "",
});

/** Lower case, without accents: what people type in a hurry finds what was written with care. */
export function plain(text) {
  return String(text ?? "")
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .replaceAll("’", "'")
    .toLowerCase();
}

const STATES = {
  posted: (one) => one.state === "posted",
  shown: (one) => one.state === "posted" && Boolean(one.shown),
  unshown: (one) => one.state === "posted" && !one.shown,
  parked: (one) => Boolean(one.parked),
  set_aside: (one) => one.state === "set_aside",
  withdrawn: (one) => one.state === "withdrawn",
  all: () => true,
};

function inTheme(one, theme) {
  if (!theme) return true;
  if (theme === "none") return !one.theme;
  return theme === "any" ? Boolean(one.theme) : one.theme === theme;
}

/** What the search looks through, by record: made once, as thousands are asked at each key. */
const said = new WeakMap();

function saidBy(one) {
  const known = said.get(one) ?? plain(`${one.id} ${one.text ?? ""} ${one.signature ?? ""} ${one.origin ?? ""}`);
  said.set(one, known);
  return known;
}

/** Does a contribution hold all these words, in its text, its number or its signature? */
export function hasWords(one, text) {
  if (!text) return true;
  const words = plain(text).split(/\s+/).filter(Boolean);
  return words.every((word) => saidBy(one).includes(word));
}

/** Does this contribution pass the filters? A field left empty asks for nothing. */
export function matches(one, filters) {
  const same = (field) => !filters[field] || one[field] === filters[field];
  return (
    (STATES[filters.state] ?? STATES.posted)(one) &&
    ["kind", "table", "case", "step"].every(same) &&
    (!filters.tag || (one.tags ?? []).includes(filters.tag)) &&
    (!filters.late || Boolean(one.late)) &&
    inTheme(one, filters.theme) &&
    hasWords(one, filters.text)
  );
}

/** How many filters are on, beside the usual state. */
export function active(filters) {
  return Object.keys(NO_FILTER).filter((name) => filters[name] !== NO_FILTER[name]).length;
}
