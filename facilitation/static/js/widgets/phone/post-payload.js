/** What travels of a contribution: pure, so that its promises are tested. */
import { nameOf } from "../../core/names.js";

export const KINDS = ["expectation", "positioning", "proposal"];
/** The last one is offered only in a step that asks for it. */
export const TAGS = ["common_tool", "good_practice", "pooling", "lesson"];

/**
 * @typedef {object} Written
 * @property {string} kind
 * @property {any} fields what was typed and chosen
 * @property {string|null} step
 * @property {string|null} onCase the situation of the table, when the step has one
 * @property {boolean} everyCase whether any situation may be chosen
 * @property {boolean} signed
 * @property {boolean} [forTable] whether the table speaks: then nobody signs
 * @property {string} secret proves later that a non-nominative text is one's own
 */

/**
 * The command's payload. A positioning is never anonymous: it speaks for a service.
 * @param {Written} written
 */
export function payloadOf({ kind, fields, step, onCase, everyCase, signed, forTable = false, secret }) {
  const spoken = forTable && kind !== "positioning";
  const anonymous = kind !== "positioning" && (spoken || !signed);
  return {
    kind,
    text: (fields.text ?? "").trim() || chosenInWords(kind, fields),
    anonymous,
    step,
    case: caseOf(kind, fields, onCase, everyCase),
    ...shapeOf(kind, fields),
    ...(kind === "positioning" && fields.service ? { service: fields.service } : {}),
    ...(spoken ? { for_table: true } : {}),
    ...(anonymous ? { edit_secret: secret } : {}),
  };
}

/**
 * A positioning without a text of its own says in words what was chosen.
 * @param {string} kind
 * @param {any} fields
 */
function chosenInWords(kind, fields) {
  if (kind !== "positioning" || !fields.role) return "";
  const said = [nameOf("roles", fields.role), nameOf("levels", fields.level)].filter(Boolean).join(", ");
  return `${said.charAt(0).toUpperCase()}${said.slice(1)}.`;
}

/**
 * The situation to speak of next: the first that nobody spoke of yet.
 * @param {string[]} cases
 * @param {Set<string>} spoken
 * @returns {string}
 */
export function nextCase(cases, spoken) {
  return cases.find((id) => !spoken.has(id)) ?? "";
}

/**
 * @param {string} kind
 * @param {any} fields
 * @param {string|null} onCase
 * @param {boolean} everyCase
 */
function caseOf(kind, fields, onCase, everyCase) {
  if (kind !== "positioning") return onCase;
  return everyCase ? fields.case || onCase : (onCase ?? (fields.case || null));
}

/**
 * The part that each kind has of its own.
 * @param {string} kind
 * @param {any} fields
 */
export function shapeOf(kind, fields) {
  if (kind === "expectation") return { addressee: fields.addressee || null, lens: fields.lens || null };
  if (kind === "positioning") return { role: fields.role || null, level: fields.level || null };
  return { tags: TAGS.filter((tag) => fields[tag]) };
}

/**
 * The fields of a form from what was posted, to correct it or to take it up again.
 * @param {any} posted
 */
export function fieldsOf(posted) {
  const { text, addressee, lens, role, level, case: onCase, service, anonymous, tags = [] } = posted;
  const chosen = Object.fromEntries(tags.map((/** @type {string} */ tag) => [tag, true]));
  const all = { text, addressee, lens, role, level, case: onCase, service, ...chosen };
  const kept = Object.fromEntries(Object.entries(all).filter(([, value]) => value != null));
  return anonymous === undefined || posted.for_table ? kept : { ...kept, signed: !anonymous };
}
