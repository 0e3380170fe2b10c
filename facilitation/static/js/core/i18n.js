/** The page's language: French texts are the source, English comes from the generated catalogue. */
import { messages } from "../generated/messages-en.js";

export const locale = globalThis.document?.documentElement.lang === "en" ? "en" : "fr";
/** Dates and hours as read here: 24 hours, the day before the month. */
const region = locale === "en" ? "en-GB" : "fr-FR";
const plurals = new Intl.PluralRules(locale);

/**
 * @param {string} text
 * @param {Record<string, string|number>} [params]
 */
function fill(text, params = {}) {
  return text.replace(/%\((\w+)\)s/g, (whole, name) => String(params[name] ?? whole));
}

/**
 * A text in the page's language; `%(name)s` is filled from the parameters.
 * @param {string} text
 * @param {Record<string, string|number>} [params]
 * @returns {string}
 */
export function _(text, params) {
  const known = locale === "en" ? messages[text] : undefined;
  return fill(typeof known === "string" ? known : text, params);
}

/**
 * A text that depends on a count: French says zero and one alike.
 * @param {string} one
 * @param {string} many
 * @param {number} count
 * @param {Record<string, string|number>} [params]
 * @returns {string}
 */
export function n_(one, many, count, params) {
  const single = plurals.select(count) === "one";
  const known = locale === "en" ? messages[one] : undefined;
  const forms = Array.isArray(known) ? known : [one, many];
  return fill(single ? forms[0] : (forms[1] ?? many), { n: count, ...params });
}

/** @param {number} ms */
export function timeOfDay(ms) {
  const time = new Date(ms);
  return clockTime(time.getHours() * 60 + time.getMinutes());
}

/**
 * Minutes since midnight, as the programme prints them.
 * @param {number} minutes
 */
export function clockTime(minutes) {
  const hour = Math.floor(minutes / 60);
  const rest = String(minutes % 60).padStart(2, "0");
  return locale === "fr" ? `${hour}\u00a0h\u00a0${rest}` : `${hour}:${rest}`;
}

/**
 * An ISO day as people write it.
 * @param {string} iso
 */
export function day(iso) {
  const date = new Date(`${iso}T12:00:00`);
  if (Number.isNaN(date.getTime())) return iso;
  const text = new Intl.DateTimeFormat(region, { dateStyle: "long" }).format(date);
  return locale === "fr" ? text.replace(/^1 /, "1er ") : text;
}

/**
 * A day and an hour, short.
 * @param {number} ms
 */
export function moment(ms) {
  const date = new Intl.DateTimeFormat(region, { day: "numeric", month: "short" }).format(ms);
  return `${date}, ${timeOfDay(ms)}`;
}

/**
 * @param {number} value
 * @param {number} decimals how many are always written
 */
export function number(value, decimals = 0) {
  const digits = { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
  return new Intl.NumberFormat(region, digits).format(value);
}
