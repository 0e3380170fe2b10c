/**
 * Two quick choices on a contribution: the reason for setting it aside (one digit, one gesture),
 * and its tags.
 */
import { html } from "../../core/dom.js";
import { _ } from "../../core/i18n.js";
import { linger } from "./arrivals.js";
import { formFoot, onSubmit } from "./bits.js";
import { eraseButton } from "./slip-erase.js";
import { pairs } from "./words.js";

/** Choose the reason: each has its digit; a remark may be added first. */
export function openSetAside(desk, one) {
  const choose = async (reason, form) => {
    linger(desk.view.arrivals, one.id);
    desk.close();
    await desk.act("contribution.set_aside", {
      contribution: one.id,
      reason,
      remark: form.elements.remark.value.trim(),
    });
  };
  const reasons = pairs("reason");
  const digit = (event) => {
    const found = reasons[Number(event.key) - 1];
    if (!found || event.target.matches("input")) return;
    event.preventDefault();
    choose(found[0], event.currentTarget);
  };
  desk.open(
    _("Écarter %(id)s", { id: one.id }),
    () => html`<form class="form" @keydown=${digit} @submit=${(event) => event.preventDefault()}>
    <blockquote class="quoted">${one.text}</blockquote>
    <p class="field-help">${_("L’auteur verra le motif. La contribution garde son numéro et peut être rétablie.")}</p>
    <label class="field"><span class="field-label">${_("Précision (facultative, lue par l’auteur)")}</span><input type="text" name="remark" maxlength="200"></label>
    <div class="choice-list" role="group" aria-label=${_("Motif")}>${reasons.map(
      ([code, label], index) => html`<button type="button" class="button" ?autofocus=${index === 0}
      @click=${(event) => choose(code, event.target.closest("form"))}><kbd>${index + 1}</kbd> ${label}</button>`,
    )}</div>
    <p class="field-help">${_("Une information qui n’aurait jamais dû être écrite :")} ${eraseButton(desk, one)}</p>
  </form>`,
  );
}

/** Tick the tags. */
export function openTags(desk, one) {
  const save = async ({ tags }) => {
    const answer = await desk.act("contribution.tag", { contribution: one.id, tags: tags ?? [] });
    if (answer?.ok) desk.close();
  };
  const digit = (event) => {
    const box = event.currentTarget.querySelectorAll("[type=checkbox]")[Number(event.key) - 1];
    if (box) box.checked = !box.checked;
  };
  desk.open(
    _("Étiqueter %(id)s", { id: one.id }),
    () => html`<form class="form" @keydown=${digit} @submit=${onSubmit(save)}>
    <blockquote class="quoted">${one.text}</blockquote>
    <fieldset class="checks"><legend>${_("Étiquettes")}</legend>${pairs("tag").map(
      ([code, label], index) => html`<label class="check">
      <input type="checkbox" name="tags" data-list value=${code} .checked=${(one.tags ?? []).includes(code)} ?autofocus=${index === 0}> <kbd>${index + 1}</kbd> ${label}</label>`,
    )}</fieldset>
    ${formFoot(desk, _("Enregistrer"))}
  </form>`,
  );
}
