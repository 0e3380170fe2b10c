/**
 * Forms on presence: whether somebody expected came, who stood in; somebody more to tell of.
 */
import { html } from "../../core/dom.js";
import { _ } from "../../core/i18n.js";
import { field, formFoot, onSubmit, options } from "./bits.js";
import { pairs, recordPairs, serviceName } from "./words.js";

const GRADES = () => [
  ["", _("non précisée")],
  ["direction", _("direction")],
  ["A", "A"],
  ["B", "B"],
];

/** What a line is called: a function, or a service as a whole. */
export function called(room, one) {
  return one.function || room.get("services", one.service)?.name || serviceName(room, one.service);
}

function standIn(by) {
  const input = html`<input type="text" name="by" maxlength="120" .value=${by}>`;
  return field(_("Si représenté : par qui (une fonction, pas de nom)"), input);
}

/** Say whether somebody came, with the version seen. */
export function openMark(desk, found) {
  const one = { ...found };
  const save = async ({ state, by }) => {
    const answer = await desk.act(
      "attendance.mark",
      { attendee: one.id, state, by: by.trim() },
      { base: one.v, onConflict: () => desk.toast(_("Un autre animateur vient de modifier cette présence."), "alarm") },
    );
    if (answer?.ok) desk.close();
    else if (answer?.current) one.v = answer.current.v;
  };
  desk.open(
    called(desk.room, one),
    () => html`<form class="form" @submit=${onSubmit(save)}>
    ${field(_("Présence"), html`<select name="state" autofocus>${options(pairs("attendance"), one.state)}</select>`)}
    ${standIn(one.by)}
    ${formFoot(desk, _("Enregistrer"))}</form>`,
  );
}

/** Somebody more: a director excused, an observer. */
export function openAdd(desk) {
  const { room } = desk;
  const save = async (form) => {
    const payload = { ...form, service: form.service || null };
    const answer = await desk.act("attendance.add", payload, { say: _("Présence notée au compte rendu") });
    if (answer?.ok) desk.close();
  };
  const services = recordPairs(room.all("services"), (one) => serviceName(room, one.id));
  desk.open(
    _("Noter une présence, une excuse"),
    () => html`<form class="form" @submit=${onSubmit(save)}>
    ${field(_("Fonction (pas de nom)"), html`<input type="text" name="function" required maxlength="160" autofocus>`)}
    <div class="form-row">
      ${field(_("Service"), html`<select name="service">${options(services, "", _("aucun"))}</select>`)}
      ${field(_("Catégorie"), html`<select name="category">${options(GRADES(), "")}</select>`)}
      ${field(_("Présence"), html`<select name="state">${options(pairs("attendance"), "present")}</select>`)}</div>
    ${standIn("")}
    <label class="check"><input type="checkbox" name="observer"> ${_("À titre d’observateur")}</label>
    ${formFoot(desk, _("Noter"))}</form>`,
  );
}
