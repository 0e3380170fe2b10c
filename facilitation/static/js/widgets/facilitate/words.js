/**
 * The words of the domain as lists for menus and labels: each family of codes with its French
 * words, in the order of the domain. The words themselves are in `core/names.js`.
 */
import { _ } from "../../core/i18n.js";
import { nameOf, namesOf } from "../../core/names.js";

const FAMILIES = {
  kind: "kinds",
  role: "roles",
  level: "levels",
  tag: "tags",
  reason: "reasons",
  scene: "scenes",
  status: "statuses",
  statement: "statements",
  referent: "referents",
  outcome: "outcomes",
};

/** Words that only the console uses. */
const OWN = {
  allowed: {
    expectation: _("attentes"),
    positioning: _("positionnements"),
    proposal: _("propositions"),
    mission: _("missions"),
    referent: _("référents"),
    statement: _("dire de l’État"),
    vote: _("priorisation"),
    sheet: _("fiche-action"),
    commitment: _("engagements"),
    evaluation: _("évaluation"),
  },
  attendance: {
    expected: _("à confirmer"),
    present: _("en personne"),
    represented: _("représentation"),
    excused: _("absence excusée"),
  },
  minutes: { draft: _("projet"), reviewed: _("relu par le SG"), validated: _("validé"), released: _("diffusé") },
  milestone: { todo: _("à faire"), doing: _("en cours"), done: _("faite") },
};

/** The word for a code of a family; an unknown code is shown as it is. */
export function word(family, code) {
  return OWN[family]?.[code] ?? nameOf(FAMILIES[family] ?? family, code);
}

/**
 * The pairs [code, word] of a family, for a menu; `codes` keeps and orders some of them.
 * @param {string} family
 * @param {string[]|null} codes
 * @returns {string[][]}
 */
export function pairs(family, codes = null) {
  if (codes) return codes.map((code) => [code, word(family, code)]);
  return OWN[family] ? Object.entries(OWN[family]) : namesOf(FAMILIES[family]);
}

/** Records as pairs [id, words]. */
export function recordPairs(records, words) {
  return records.map((record) => [record.id, words(record)]);
}

/** A table's words. */
export function tableName(table) {
  if (!table) return "";
  const number = _("Table %(n)s", { n: table.number });
  return table.name && table.name !== String(table.number) && table.name !== number
    ? `${number}, ${table.name}`
    : number;
}

/** A service's short words. */
export function serviceName(room, id) {
  const service = room.get("services", id);
  return service?.short || service?.name || (id === "state" ? _("l’État") : (id ?? ""));
}

/** A person's words: the name if one was given, else the service. */
export function personName(room, one) {
  return one?.name || _("Sans nom, %(service)s", { service: serviceName(room, one?.service) });
}

/** The tables of the room in order. */
export function tables(room) {
  return [...room.all("tables")].sort((a, b) => a.number - b.number);
}

/** The situations in order. */
export function cases(room) {
  return [...room.all("cases")].sort((a, b) => a.number - b.number);
}

/** The live themes in the board's order. */
export function themes(room) {
  return room
    .all("themes")
    .filter((theme) => theme.state === "live")
    .sort((a, b) => a.position - b.position || a.id.localeCompare(b.id));
}
