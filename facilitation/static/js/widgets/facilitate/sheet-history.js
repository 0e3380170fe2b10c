/** A line of a sheet's history in words. Pure. */
import { _, day } from "../../core/i18n.js";
import { parts } from "./sheet-fields.js";
import { serviceName, tableName, word } from "./words.js";

/** @param {string} what */
function labelOf(what) {
  if (what === "table") return _("Table rédactrice");
  const fields = parts().flatMap(([, found]) => found);
  return fields.find(([name]) => name === what)?.[1] ?? _("Tables d’origine");
}

/** Values by the words that people know them by. */
function valueSaid(room, what, key) {
  if (!key) return "";
  if (what === "authority" || what === "pilot") return serviceName(room, key);
  if (what === "status" || what === "level") return word(what, key);
  if (["start", "due", "revised_due"].includes(what)) return day(key);
  if (what === "theme") return room.get("themes", key)?.name ?? key;
  if (what === "policy") return room.get("policies", key)?.name ?? key;
  return what === "table" ? tableName(room.get("tables", key)) : key;
}

function created(room, { sources, after }) {
  const table = after ? tableName(room.get("tables", after)).toLowerCase() : "";
  return [
    _("Fiche créée"),
    sources.length ? _("d’après %(sources)s", { sources: sources.join(", ") }) : "",
    table ? _("pour la %(table)s", { table }) : "",
  ]
    .filter(Boolean)
    .join(", ");
}

/**
 * @param {any} room
 * @param {any} line
 * @returns {string}
 */
export function inWords(room, line) {
  if (line.what === "created") return created(room, line);
  if (line.what === "state") return line.after === "removed" ? _("Fiche abandonnée") : _("Fiche rétablie");
  const field = labelOf(line.what);
  const [before, after] = [line.before, line.after].map((key) => valueSaid(room, line.what, key));
  if (!before && !after) return _("Modification : %(field)s", { field });
  const now = after || _("vide");
  return before
    ? _("%(field)s : %(now)s (auparavant : %(before)s)", { field, now, before })
    : _("%(field)s : %(now)s", { field, now });
}
