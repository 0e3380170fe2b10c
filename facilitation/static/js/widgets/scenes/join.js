/** How to join: the Wi-Fi, the address, the code, and how many are in. */
import { html, nothing } from "../../core/dom.js";
import { _, n_, number } from "../../core/i18n.js";

/** @typedef {import("./parts.js").Page} Page */

/**
 * @param {any} room
 * @returns {Page[]}
 */
export function joinScene(room) {
  const { boot } = room;
  const workshop = room.all("workshop")[0];
  const body = html`<div class="stage-join">${boot.wifi ? network(boot) : nothing}${page(boot)}</div>`;
  return [{ kicker: workshop?.title, title: _("Rejoignez le séminaire"), body, foot: present(room, workshop) }];
}

/** @param {any} boot */
function page({ code, address, wifi }) {
  return html`<section class="stage-door ${wifi ? "" : "is-only"}">
    ${wifi ? html`<p class="stage-step">${_("2. Ouvrez la page")}</p>` : nothing}
    <img class="stage-qr" src="/w/${code}/qr.svg" alt=${_("Code QR de l’adresse")}>
    ${wifi ? nothing : html`<p class="stage-step">${_("Ouvrez la page")}</p>`}
    <p class="stage-address">${address}</p>
    <p class="stage-code"><span class="stage-step">${_("Code :")}</span> ${code}</p>
  </section>`;
}

/** @param {any} boot */
function network({ code, wifi }) {
  return html`<section class="stage-door">
    <p class="stage-step">${_("1. Rejoignez le Wi-Fi")}</p>
    <img class="stage-qr" src="/w/${code}/wifi.svg" alt=${_("Code QR du réseau Wi-Fi")}>
    <p class="stage-address">${wifi.ssid}</p>
    ${wifi.password ? html`<p><span class="stage-step">${_("Mot de passe :")}</span> <strong>${wifi.password}</strong></p>` : nothing}
  </section>`;
}

/**
 * @param {any} room
 * @param {any} workshop
 */
function present(room, workshop) {
  const joined = room.live.joined ?? 0;
  const expected = workshop?.expected ?? 0;
  return expected
    ? n_("%(n)s personne inscrite sur %(all)s attendues", "%(n)s personnes inscrites sur %(all)s attendues", joined, {
        n: number(joined),
        all: number(expected),
      })
    : n_("%(n)s personne inscrite", "%(n)s personnes inscrites", joined, { n: number(joined) });
}
