/**
 * Documents: one button each, with the progress that the server tells, and the status of the
 * compte rendu. A document is made of all that was said up to this moment.
 */
import { html, nothing } from "../../core/dom.js";
import { _, timeOfDay } from "../../core/i18n.js";
import { newKey } from "../../core/keys.js";
import { backupsPanel } from "./backups-panel.js";
import { closingTemplate } from "./closing.js";
import { LIST } from "./documents-list.js";
import { saveFile } from "./save-file.js";
import { pairs } from "./words.js";

/** Ask for a document and give it to the browser when it is there. */
async function fetchDocument(desk, name) {
  const { code, role } = desk.room.boot;
  const job = newKey();
  const keep = (state) => desk.look({ jobs: { ...desk.view.jobs, [name]: { job, ...state } } });
  keep({ state: "making" });
  try {
    const answer = await fetch(`/api/workshops/${code}/documents/${name}?job=${job}`, {
      headers: { "X-Tablee-As": role },
    });
    if (!answer.ok) throw new Error((await answer.json().catch(() => ({}))).message ?? "");
    await saveFile(answer, name);
    keep({ state: "done", at: desk.room.now() });
  } catch (/** @type {any} */ fault) {
    keep({ state: "failed", text: fault.message });
    desk.toast(fault.message || _("Le document n’a pas pu être établi. Réessayez ; rien n’est perdu."), "alarm");
  }
}

function stateTemplate(desk, name) {
  const one = desk.view.jobs[name];
  if (!one) return nothing;
  if (one.state === "making") {
    const told = desk.room.live?.documents?.[one.job];
    return html`<span class="job" role="status"><progress max="100" .value=${told?.percent ?? 3}></progress> ${told?.text || _("en préparation")}</span>`;
  }
  return one.state === "done"
    ? html`<span class="job" role="status">${_("téléchargé à %(time)s", { time: timeOfDay(one.at) })}</span>`
    : html`<span class="job job-failed">${_("échec")}</span>`;
}

/** The whole area. */
export function documentsArea(desk) {
  const workshop = desk.room.all("workshop")[0];
  const busy = (name) => desk.view.jobs[name]?.state === "making";
  return html`<section aria-labelledby="documents-title">
    <header class="panel-head"><h1 id="documents-title">${_("Documents")}</h1>
      <p class="panel-note">${_("Prêts à tout moment, avec tout ce qui a été dit jusqu’ici.")}</p></header>
    <fieldset class="status-line"><legend>${_("État du compte rendu")}</legend>${pairs("minutes").map(
      ([code, label]) => html`<label class="check">
      <input type="radio" name="minutes" value=${code} .checked=${workshop?.minutes_status === code} @change=${() => desk.act("minutes.mark", { status: code })}> ${label}</label>`,
    )}
      <span class="field-help">${_("Le filigrane PROJET disparaît quand le compte rendu est validé.")}</span></fieldset>
    <ul class="documents">${LIST().map(
      (
        document,
      ) => html`<li class="document"><div><h2>${document.title}</h2><p class="soft">${document.detail}</p></div>
      <div class="document-files">${document.files.map(
        ([
          name,
          label,
        ]) => html`<div class="document-file"><button class="button" ?disabled=${busy(name)} @click=${() => fetchDocument(desk, name)}
        aria-label="${document.title}, ${label}">${label}</button>${stateTemplate(desk, name)}</div>`,
      )}</div></li>`,
    )}</ul>
    ${backupsPanel(desk)}
    ${closingTemplate(desk, workshop)}
  </section>`;
}
