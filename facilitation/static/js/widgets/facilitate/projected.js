/**
 * The room as the projector has it, for the preview and its pages: what waits to be shown, or to be
 * revealed, is left out, though the console reads it.
 */

/** @type {Record<string, (one: any) => any>} */
const AS_SEEN = {
  themes: (one) => (one.projected ? one : null),
  actions: (one) => (one.projected ? { ...one, ...Object.fromEntries(one.held ?? []) } : null),
  statements: (one) =>
    one.projected
      ? { ...one, reserves: (one.reserves ?? []).filter((/** @type {any} */ reserve) => reserve.shown) }
      : null,
  referents: (one) => (one.projected ? one : { ...one, function: "" }),
  ballots: (one) => (one.revealed ? one : { ...one, tally: null }),
};

/** @param {any} room */
export function projected(room) {
  const seen = (/** @type {string} */ name, /** @type {any} */ one) =>
    one && AS_SEEN[name] ? AS_SEEN[name](one) : one;
  return Object.assign(Object.create(room), {
    all: (/** @type {string} */ name) =>
      room
        .all(name)
        .map((/** @type {any} */ one) => seen(name, one))
        .filter(Boolean),
    get: (/** @type {string} */ name, /** @type {string} */ id) => seen(name, room.get(name, id)) ?? undefined,
  });
}
