/**
 * The words of the domain as lists for menus and labels: each family of codes with its French
 * words, in the order of the domain. The words themselves are in `core/names.js`.
 */
import { _ } from "../../core/i18n.js";
import * as names from "../../core/names.js";

const FAMILIES = {
  kind: ["expectation", "positioning", "proposal"],
  role: ["authority", "pilot", "contributes", "supports", "informed", "unconcerned"],
  level: ["national", "regional", "interdepartmental", "departmental", "local", "outside"],
  tag: ["common_tool", "good_practice", "lesson", "pooling"],
  reason: ["duplicate", "off_subject", "personal", "unclear", "protected", "other"],
  allowed: ["expectation", "positioning", "proposal", "mission", "referent", "statement", "vote", "sheet", "commitment", "evaluation"],
  scene: ["join", "step", "case", "wall", "themes", "vote", "roles", "referents", "statements", "plan", "return", "message", "blank"],
  status: ["proposed", "retained", "engaged", "done", "postponed", "abandoned"],
  referent: ["expected", "person_agrees", "director_agrees", "named", "to_be_named", "declined"],
  statement: ["proposed", "agreed", "agreed_with_reserves", "rework", "validated"],
  minutes: ["draft", "reviewed", "validated", "released"],
  milestone: ["todo", "doing", "done"],
};

/** The word for a code of a family; an unknown code is shown as it is. */
export function word(family, code) {
  return names.word ? names.word(family, code) : String(code ?? "");
}

/** The pairs [code, word] of a family, for a menu. */
export function pairs(family, codes = FAMILIES[family]) {
  return codes.map((code) => [code, word(family, code)]);
}

/** Records as pairs [id, words]. */
export function recordPairs(records, words) {
  return records.map((record) => [record.id, words(record)]);
}

/** A table's words. */
export function tableName(table) {
  if (!table) return "";
  const number = _("Table {n}", { n: table.number });
  return table.name && table.name !== String(table.number) && table.name !== number ? `${number}, ${table.name}` : number;
}

/** A service's short words. */
export function serviceName(room, id) {
  const service = room.get("services", id);
  return service?.short || service?.name || (id === "state" ? _("l'État") : id ?? "");
}

/** A person's words: the name if one was given, else the service. */
export function personName(room, one) {
  return one?.name || _("Sans nom, {service}", { service: serviceName(room, one?.service) });
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
  return room.all("themes").filter((theme) => theme.state === "live")
    .sort((a, b) => a.position - b.position || a.id.localeCompare(b.id));
}
