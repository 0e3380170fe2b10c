/**
 * The list of areas, each with how much it wants to be looked at.
 */
import { html, nothing } from "../../core/dom.js";
import { _, n_ } from "../../core/i18n.js";
import { areas } from "./keymap.js";

/** How much each area wants to be looked at. */
function counts(room) {
  const posted = room.all("contributions").filter((one) => one.state === "posted");
  return {
    people: room.all("tables").filter((table) => table.called).length,
    wall: posted.length,
    board: posted.filter((one) => !one.theme).length,
    plan: room.all("actions").filter((one) => one.state === "live").length,
    vote: room.all("ballots").filter((one) => one.state === "open").length,
  };
}

const COUNT_WORDS = {
  people: (n) => n_("%(n)s appel", "%(n)s appels", n, { n }),
  wall: (n) => n_("%(n)s contribution", "%(n)s contributions", n, { n }),
  board: (n) => _("%(n)s sans thème", { n }),
  plan: (n) => n_("%(n)s fiche", "%(n)s fiches", n, { n }),
  vote: (n) => n_("%(n)s vote ouvert", "%(n)s votes ouverts", n, { n }),
};

/** The list, with the area on show marked. */
export function railTemplate(desk) {
  const many = counts(desk.room);
  return html`<ul class="rail-list">${areas().map(
    (area) => html`<li>
    <button class="rail-item ${area.id === "people" && many.people ? "is-calling" : ""}"
      aria-current=${desk.view.area === area.id ? "page" : "false"} @click=${() => desk.look({ area: area.id })}
      title=${_("Touches G puis %(letter)s", { letter: area.letter.toUpperCase() })}>
      <span>${area.label}</span>
      ${many[area.id] ? html`<span class="rail-count" title=${COUNT_WORDS[area.id](many[area.id])}>${many[area.id]}</span>` : nothing}
    </button></li>`,
  )}</ul>`;
}
