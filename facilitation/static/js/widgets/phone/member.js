/** A shared device: who holds it now, and handing over. */
import { html, nothing } from "../../core/dom.js";
import { _ } from "../../core/i18n.js";
import { adding } from "./member-adding.js";
import { hidePapers } from "./vote-box.js";

/** How long an untouched device stays in somebody's hands, in milliseconds. */
const UNTOUCHED = 180_000;

/**
 * @param {import("./desk.js").Desk} desk
 * @param {any} one
 * @param {any[]} members
 */
export function label(desk, one, members) {
  const service = desk.service(one.service);
  if (one.name) return `${one.name} (${service})`;
  const same = members.filter((other) => other.service === one.service && !other.name);
  return same.length > 1 ? `${service} (${same.indexOf(one) + 1})` : service;
}

/** @param {import("./desk.js").Desk} desk */
export function memberPicker(desk) {
  return desk.as || desk.forTable ? held(desk) : picker(desk);
}

/** @param {import("./desk.js").Desk} desk */
function picker(desk) {
  const members = desk.room.all("participants");
  // Names of people are not kept on a device that belongs to nobody.
  const none = desk.isRemembered()
    ? _("Tant que le serveur ne répond pas, l’appareil écrit au nom de la table.")
    : _("Personne n’est encore inscrit à cette table.");
  return html`<section class="panel" aria-labelledby="who-title">
    <h2 id="who-title" tabindex="-1">${_("Qui tient l’appareil ?")}</h2>
    <div class="members">
      ${members.map((one) => html`<button type="button" class="button" @click=${() => desk.hold(one.id)}>${label(desk, one, members)}</button>`)}
    </div>
    ${members.length ? nothing : html`<p class="soft">${none}</p>`} ${desk.isOver() || desk.isRemembered() ? nothing : adding(desk)}
    <p>
      <button type="button" class="button button-wide" @click=${() => desk.hold(null, true)}>
        ${_("Le rapporteur, au nom de la table")}
      </button>
    </p>
    ${lost(desk)}
  </section>`;
}

/**
 * Whose text was refused after the device went on is not told; the text itself must not be lost.
 * @param {import("./desk.js").Desk} desk
 */
function lost(desk) {
  const refused = desk.outbox.entries().filter((one) => one.meta.who === "handed-over" && one.state === "refused");
  return refused.map(
    (one) => html`<details class="notice notice-alarm">
      <summary>${_("Un texte n’a pas été enregistré : %(why)s", { why: one.message ?? "" })}</summary>
      <p><bdi>${one.payload.text}</bdi></p>
      <button type="button" class="button button-small" @click=${() => desk.outbox.forget(one.key)}>${_("Effacer")}</button>
    </details>`,
  );
}

/** @param {import("./desk.js").Desk} desk */
function held(desk) {
  const members = desk.room.all("participants");
  const who = desk.forTable ? _("Le rapporteur") : label(desk, desk.me() ?? {}, members);
  return html`<section class="holder">
    <p><strong>${desk.forTable ? _("Au nom de la table") : _("%(who)s tient l’appareil", { who })}</strong></p>
    <button type="button" class="button" @click=${() => handOver(desk)}>${_("Passer l’appareil")}</button>
  </section>`;
}

/** @param {import("./desk.js").Desk} desk */
export function handOver(desk) {
  if (desk.as) hidePapers(desk);
  desk.release();
  // The one who takes the device begins where the question is.
  requestAnimationFrame(() => requestAnimationFrame(() => document.getElementById("who-title")?.focus()));
}

/**
 * Somebody put the device down without handing it over; or left the table meanwhile.
 * @param {import("./desk.js").Desk} desk
 */
export function watchHolder(desk) {
  let timer = setTimeout(() => {}, 0);
  const touched = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (desk.as || desk.forTable) handOver(desk);
    }, UNTOUCHED);
  };
  for (const touch of ["pointerdown", "keydown"]) document.addEventListener(touch, touched, { passive: true });
  desk.room.onChange(() => {
    if (desk.as && !desk.me()) handOver(desk);
  });
}
