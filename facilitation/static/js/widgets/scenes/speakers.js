/** Who speaks: a service, a signature or a table, in as few letters as the room knows them by. Pure. */

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
  return one.table ? (room.get("tables", one.table)?.name ?? one.table) : "";
}

/**
 * @param {any} room
 * @param {string|null|undefined} service
 */
export function shortName(room, service) {
  const known = room.get("services", service);
  return known?.short || known?.name || service || "";
}
