/**
 * Other devices: a code that brings one in, once, as another facilitator, the screen, an observer or
 * a table's device; the list of those that are in, and the gesture that sends one away.
 */
import { html, nothing } from "../../core/dom.js";
import { _, timeOfDay } from "../../core/i18n.js";
import { field, options, values } from "./bits.js";
import { recordPairs, tableName, tables } from "./words.js";

const ROLES = {
  facilitator: () => _("Un autre animateur"),
  screen: () => _("L’écran de la salle"),
  observer: () => _("Un observateur"),
  table: () => _("L’appareil d’une table"),
};

/** What a device that is in is called in the list. */
const NAMES = {
  facilitator: () => _("Animation"),
  screen: () => _("Écran"),
  observer: () => _("Observateur"),
  table: () => _("Appareil de table"),
};

/**
 * Ask the server; a refusal is said and answers null.
 * @param {any} desk
 * @param {string} path
 * @param {object} [body] what to send; without it, read
 */
async function ask(desk, path, body) {
  const { code, role } = desk.room.boot;
  const sent = body ? { method: "POST", body: JSON.stringify(body) } : {};
  try {
    const answer = await fetch(`/api/workshops/${code}/${path}`, { ...sent, headers: { "X-Tablee-As": role } });
    const said = await answer.json();
    if (answer.ok) return said;
    desk.toast(said.message, "alarm");
  } catch {
    desk.toast(_("Le serveur ne répond pas. Réessayez."), "alarm");
  }
  return null;
}

async function list(desk) {
  const said = await ask(desk, "devices");
  if (said) desk.look({ devices: said.devices });
}

async function give(desk, form) {
  const { role, table } = values(form);
  const code = await ask(desk, "links", role === "table" ? { role, table } : { role });
  if (code) desk.look({ pairing: code });
}

async function sendAway(desk, device) {
  if (await ask(desk, `devices/${device.id}/revoke`, {})) await list(desk);
}

/** The dialog: a code to give, then who is in. */
export function openDevices(desk) {
  desk.look({ pairing: null, devices: [], pairingRole: "facilitator" });
  desk.open(
    _("Relier un autre appareil"),
    () => html`${formTemplate(desk)}${codeTemplate(desk)}${listTemplate(desk)}`,
    "wide",
  );
  list(desk);
}

function formTemplate(desk) {
  const role = desk.view.pairingRole;
  const submit = (event) => {
    event.preventDefault();
    give(desk, event.target);
  };
  const pick = (event) => desk.look({ pairingRole: event.target.value, pairing: null });
  const roles = Object.entries(ROLES).map(([value, label]) => [value, label()]);
  const every = recordPairs(tables(desk.room), tableName);
  return html`<form class="form" @submit=${submit}>
    <div class="row">${field(_("Cet appareil sera"), html`<select name="role" @change=${pick}>${options(roles, role)}</select>`)}
      ${role === "table" ? field(_("Table"), html`<select name="table">${options(every)}</select>`) : nothing}</div>
    <div class="row"><button class="button button-main">${_("Donner un code")}</button></div></form>`;
}

function codeTemplate(desk) {
  const { pairing } = desk.view;
  if (!pairing) return nothing;
  const open = pairing.role === "facilitator" && pairing.address.startsWith("http:");
  return html`<section class="pairing" aria-live="polite">
    <img class="pairing-picture" src=${pairing.qr} alt=${_("Code QR de cet appareil")}>
    <div><p>${_("Scannez avec l’appareil, ou ouvrez cette adresse et choisissez « J’ai un code » :")}</p>
      <p class="pairing-address">${pairing.typed_at}</p>
      <p class="pairing-code">${pairing.code}</p>
      <p class="soft">${_("Ce code sert une fois, jusqu’à %(time)s.", { time: timeOfDay(pairing.until) })}</p>
      ${open ? html`<p class="soft">${_("La liaison n’est pas chiffrée : sur ce Wi-Fi, quelqu’un d’équipé pourrait suivre ce que fait cet appareil, et le faire à sa place.")}</p>` : nothing}
    </div></section>`;
}

function listTemplate(desk) {
  const { devices = [] } = desk.view;
  if (!devices.length) return nothing;
  const sorted = [...devices].sort((a, b) => Number(b.present) - Number(a.present));
  return html`<h3>${_("Appareils reliés")}</h3>
    <ul class="device-list">${sorted.map((device) => deviceTemplate(desk, device))}</ul>`;
}

function deviceTemplate(desk, device) {
  const table = device.table ? tableName(desk.room.get("tables", device.table)) : "";
  const name = [NAMES[device.role]?.() ?? device.role, table].filter(Boolean).join(", ");
  const state = device.present ? _("connecté") : _("absent");
  return html`<li><span><strong>${name}</strong> <span class="soft">${device.own ? _("cet appareil") : state}</span></span>
    ${device.own ? nothing : html`<button class="button button-small button-quiet" aria-label=${_("Fermer l’accès : %(name)s", { name })} @click=${() => sendAway(desk, device)}>${_("Fermer l’accès")}</button>`}</li>`;
}
