/** The values of a fiche-action’s fields: as a form holds them, as the command takes them; pure. */

/** @typedef {import("./sheet-fields.js").Shape} Shape */
/** @typedef {import("./sheet-fields.js").Field} Field */

/**
 * A field's value as a form holds it: a text, or a list of rows.
 * @param {any} action
 * @param {Field} one
 */
export function held(action, { name, shape }) {
  if (shape === "milestones" || shape === "associates") return action?.[name] ?? [];
  return action?.[name] ?? "";
}

/**
 * A field's value as the command takes it; rows without a content are left out.
 * @param {any} value
 * @param {Shape} shape
 */
export function sent(value, shape) {
  if (shape === "milestones") return value.filter((/** @type {any} */ row) => row.content.trim());
  if (shape === "associates") return value.filter((/** @type {any} */ row) => row.service);
  if (["service", "level", "policy", "statement"].includes(shape)) return value || null;
  return shape === "line" ? value.trim().replace(/\s*\n\s*/g, " ") : value.trim();
}

/**
 * How many fields of a group are filled.
 * @param {any} action
 * @param {Field[]} fields
 */
export function filled(action, fields) {
  return fields.filter((one) => held(action, one).length > 0).length;
}
