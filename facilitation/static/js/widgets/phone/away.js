/**
 * The server is away and the page comes from this phone: that is said, and so is every draft whose
 * place on the page the server has yet to give back.
 */
import { html, nothing } from "../../core/dom.js";
import { draft, draftKeys } from "../../core/drafts.js";
import { _ } from "../../core/i18n.js";
import { owned } from "./owned.js";

/** Drafts with a place of their own also while the server is away, or that hold no words. */
const ELSEWHERE = ["post", "paper", "entering", "support", "voice"];

/** @param {import("./desk.js").Desk} desk */
export function away(desk) {
  if (!desk.isRemembered()) return nothing;
  const words = desk.shared
    ? _(
        "Le serveur ne répond pas. Cette page vient de l’appareil : ce que vous écrivez y est gardé, et partira au retour du serveur.",
      )
    : _(
        "Le serveur ne répond pas. Cette page vient de votre téléphone : ce que vous écrivez y est gardé, et partira au retour du serveur.",
      );
  return html`<section class="notice" role="status"><p>${words}</p></section>`;
}

/** @param {import("./desk.js").Desk} desk */
export function keptDrafts(desk) {
  if (!desk.isRemembered()) return nothing;
  const texts = draftKeys(desk.draftKey(""))
    .filter((key) => !hasPlace(desk, key))
    .map((key) => wordsOf(draft(key).read()));
  const found = texts.filter(Boolean);
  if (!found.length) return nothing;
  return html`<section aria-labelledby="kept-title">
    <h2 id="kept-title">${_("Brouillons gardés")}</h2>
    <ul class="slips">
      ${found.map((text) => html`<li class="slip"><p class="slip-text"><bdi>${text}</bdi></p></li>`)}
    </ul>
  </section>`;
}

/**
 * @param {import("./desk.js").Desk} desk
 * @param {string} key
 */
function hasPlace(desk, key) {
  const [what, id] = key.slice(desk.draftKey("").length).split(".");
  if (what === "commitment") return desk.allows("commitment") && desk.mayWrite();
  return ELSEWHERE.includes(what) || (what === "edit" && owned(desk).some((one) => one.id === id));
}

/**
 * What somebody wrote in a draft, of whatever shape it is.
 * @param {any} held
 * @returns {string}
 */
function wordsOf(held) {
  if (typeof held === "string") return held.trim();
  if (held === null || typeof held !== "object") return "";
  if ("text" in held || "value" in held) return wordsOf(held.text ?? held.value);
  return Object.values(held).map(wordsOf).filter(Boolean).join(" – ");
}
