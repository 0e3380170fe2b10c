/**
 * Points à traiter ultérieurement: the list, each with an owner and a date, written where it stands.
 */
import { html, nothing, repeat } from "../../core/dom.js";
import { _ } from "../../core/i18n.js";
import { bound, field, formFoot, onSubmit } from "./bits.js";

/** Add a point of its own, born of no contribution. */
export function openParked(desk) {
  const save = async ({ text }) => {
    const answer = await desk.act("contribution.park", { text: text.trim() });
    if (answer?.ok) desk.close();
  };
  desk.open(
    _("Ajouter un point à traiter"),
    () => html`<form class="form" @submit=${onSubmit(save)}>
    ${field(_("Point"), html`<textarea name="text" rows="3" required maxlength="1000" autofocus></textarea>`)}
    ${formFoot(desk, _("Ajouter"))}</form>`,
  );
}

/** Save one field of a point with the version that was there when the hand came. */
async function save(desk, point, name, element) {
  if (element.value === String(point[name] ?? "")) return;
  element.dataset.dirty = "yes";
  await desk.act(
    "parked.edit",
    { parked: point.id, [name]: element.value },
    {
      base: Number(element.dataset.base || point.v),
      onConflict: ({ current }) =>
        desk.toast(
          _("%(id)s vient d’être modifié par un autre animateur : %(text)s", {
            id: point.id,
            text: current?.[name] || "-",
          }),
          "alarm",
        ),
    },
  );
  delete element.dataset.dirty;
  desk.redraw();
}

/** The list. */
export function parkedTemplate(desk) {
  const points = desk.room.all("parked").filter((one) => one.state !== "removed");
  if (!points.length)
    return html`<p class="empty-note">${_("Aucun point en attente. Sur le mur, la touche L garde une contribution pour plus tard.")}</p>`;
  const input = (
    point,
    name,
    label,
    type = "text",
  ) => html`<label class="field"><span class="field-label">${label}</span>
    <input type=${type} ${bound(point[name], point.v)} @change=${(event) => save(desk, point, name, event.target)}></label>`;
  return html`<ul class="points">${repeat(
    points,
    (one) => one.id,
    (one) => html`<li class="point ${one.state === "done" ? "is-done" : ""}">
    <p class="point-head"><strong>${one.id}</strong>${one.contribution ? html` <span class="soft">${_("depuis %(id)s", { id: one.contribution })}</span>` : nothing}</p>
    <p>${one.text}</p>
    <div class="form-row">${input(one, "owner", _("Porteur"))}${input(one, "due", _("Échéance"), "date")}
      <button class="button button-small" @click=${() => desk.act("parked.edit", { parked: one.id, done: one.state !== "done" }, { base: one.v })}>
        ${one.state === "done" ? _("Rouvrir") : _("Traité")}</button></div>
  </li>`,
  )}</ul>`;
}
