/**
 * What a facilitator must know at once, in words: storage that fails, no link, a closed or
 * rehearsed workshop, an address without TLS. Nothing here can be missed, nothing blinks.
 */
import { html, nothing } from "../../core/dom.js";
import { _ } from "../../core/i18n.js";
import { answerCall } from "./gestures.js";
import { safekeepingBanners } from "./safekeeping.js";

/** Is this page read on the server's own machine? Then plain http carries nothing over the air. */
export function onOwnMachine(hostname) {
  return ["localhost", "127.0.0.1", "[::1]"].includes(hostname);
}

/** The tables that wait for somebody to come, in order. */
function calling(room) {
  return room
    .all("tables")
    .filter((one) => one.called)
    .sort((a, b) => a.number - b.number);
}

/** More people than were expected: perhaps somebody fills the room who is not in it. */
function crowded(room) {
  const { joined = 0, places = 0 } = room.live ?? {};
  const workshop = room.all("workshop")[0];
  if (!workshop?.expected || workshop.rehearsal || joined <= workshop.expected) return [];
  const text = _(
    "Plus d’inscrits que prévu : %(joined)s pour %(expected)s. À partir de %(places)s, on n’entre plus sans code de place.",
    { joined, expected: workshop.expected, places },
  );
  return [{ tone: "notice", text, expect: joined }];
}

/** The banners to show, gravest first. */
export function banners(desk, place = location) {
  const { room } = desk;
  const found = [];
  const kept = safekeepingBanners(desk);
  found.push(...kept.filter((one) => one.tone === "alarm"));
  if (desk.view.lost)
    found.push({
      tone: "alarm",
      text: _(
        "La console n’est plus reliée au serveur. Ce qui est affiché date de la dernière liaison ; elle se rétablira d’elle-même.",
      ),
    });
  for (const table of calling(room)) {
    const text = _("La table %(n)s appelle un animateur.", { n: table.number });
    found.push({ tone: "call", text, table: table.id });
  }
  found.push(...kept.filter((one) => one.tone !== "alarm"));
  found.push(...crowded(room));
  if (room.all("workshop")[0]?.state === "closed")
    found.push({ tone: "notice", text: _("Le séminaire est clos : les téléphones ne peuvent plus écrire.") });
  if (!desk.view.httpSeen) found.push(...openLines(room.boot?.join_url, place));
  return found;
}

/**
 * What goes over the air unencrypted, and what it means for the secrecy of votes.
 * @param {string|undefined} phones the address that phones use
 * @param {{protocol: string, hostname: string}} place where this console is read
 */
function openLines(phones, place) {
  const notice = (/** @type {string} */ text) => [{ tone: "notice", dismiss: "httpSeen", text }];
  if (place.protocol === "http:" && !onOwnMachine(place.hostname))
    return notice(
      _(
        "Liaison non chiffrée (http) : sur le même Wi-Fi, quelqu’un d’équipé pourrait lire ce qui passe, bulletins compris, et agir à la place de cette console. Préférez l’ordinateur qui sert le séminaire, et n’annoncez pas un vote comme secret.",
      ),
    );
  const there = phones ? new URL(phones) : null;
  if (there?.protocol === "http:" && !onOwnMachine(there.hostname))
    return notice(
      _(
        "Liaison non chiffrée (http) entre les téléphones et cet ordinateur : sur le même Wi-Fi, quelqu’un d’équipé pourrait lire ce qui passe, bulletins compris. N’annoncez pas un vote comme secret, sauf si le Wi-Fi isole les appareils les uns des autres.",
      ),
    );
  return [];
}

/** The banners, each with what can be done about it. */
export function bannersTemplate(desk) {
  return banners(desk).map(
    (one) => html`<div class="banner banner-${one.tone}" role=${one.tone === "alarm" ? "alert" : "status"}>
    <p>${one.text}</p>
    ${one.table ? html`<button class="button button-small" title=${_("Touche C")} @click=${() => answerCall(desk, one.table)}>${_("J’arrive")}</button>` : nothing}
    ${one.expect ? html`<button class="button button-small" @click=${() => desk.act("people.expect", { people: one.expect })}>${_("Porter l’effectif attendu à %(n)s", { n: one.expect })}</button>` : nothing}
    ${one.dismiss ? html`<button class="button button-small button-quiet" @click=${() => desk.look({ [one.dismiss]: one.as ?? true })}>${_("Compris")}</button>` : nothing}
  </div>`,
  );
}
