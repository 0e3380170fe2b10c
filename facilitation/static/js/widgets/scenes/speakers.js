/** Who speaks: a service, a signature or a table, in as few letters as the room knows them by. Pure. */
import { _ } from "../../core/i18n.js";

/**
 * Who a contribution is from: its service, its signature or its table; never more than was given.
 * A positioning speaks for a service: nobody's name stands beside it.
 * @param {any} room
 * @param {any} one
 */
export function from(room, one) {
  if (one.kind === "positioning" && one.service) return shortName(room, one.service);
  if (one.signature) return one.signature;
  if (one.service) return shortName(room, one.service);
  if (one.for_table) return tableOf(room, one);
  return one.table ? (room.get("tables", one.table)?.name ?? one.table) : "";
}

/**
 * The table that a text was written at, or that speaks in it.
 * @param {any} room
 * @param {any} one
 */
export function tableOf(room, one) {
  if (!one.table) return "";
  const named = { n: room.get("tables", one.table)?.number ?? one.table };
  return one.for_table ? _("au nom de la table %(n)s", named) : _("table %(n)s", named);
}

/**
 * @param {any} room
 * @param {string|null|undefined} service
 */
export function shortName(room, service) {
  const known = room.get("services", service);
  return known?.short || known?.name || service || "";
}
