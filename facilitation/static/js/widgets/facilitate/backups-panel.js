/** The copies in the documents area: how they are, and the sheet for the day the computer fails. */
import { html, nothing } from "../../core/dom.js";
import { _, timeOfDay } from "../../core/i18n.js";

/** Nothing where there is nothing to copy. */
export function backupsPanel({ room }) {
  const backup = room.live?.backup;
  if (!backup) return nothing;
  const last = backup.last ? _("Dernière copie : %(time)s.", { time: timeOfDay(backup.last) }) : "";
  const beside = _(
    "Elles sont sur le même disque que les données : choisissez un autre support (une clé USB) au prochain lancement, avec --backups.",
  );
  return html`<section class="document" aria-labelledby="backups-title"><div>
    <h2 id="backups-title">${_("Copies de secours")}</h2>
    <p class="soft">${_("Une par minute, et une à chaque séquence.")} ${last} ${backup.state === "beside" ? beside : nothing}</p></div>
    <div class="document-files"><a class="button" href="/secours" target="_blank" rel="noopener">${_("Fiche de secours")}</a></div>
  </section>`;
}
