/**
 * What keeps the texts safe, in the facilitator's words: a disk that takes nothing, one that is
 * nearly full, copies that can no longer be taken. What happens, what to do, what is not lost.
 */
import { _, timeOfDay } from "../../core/i18n.js";

const KEPT = () => _("Rien n’est perdu : les textes restent sur les téléphones et partiront d’eux-mêmes ensuite.");

const STORAGE = {
  disk_full: () =>
    _(
      "Le disque est plein : plus rien n’est enregistré. Libérez de la place sur l’ordinateur qui sert le séminaire ; l’enregistrement reprendra de lui-même.",
    ),
  storage_unwritable: () =>
    _(
      "Le dossier de données n’accepte plus l’écriture : plus rien n’est enregistré. Vérifiez les droits du dossier ou le support.",
    ),
  database_locked: () => _("Un autre programme retient la base de données : plus rien n’est enregistré. Fermez-le."),
  database_damaged: () =>
    _(
      "La base de données est abîmée : plus rien n’est enregistré. Reprenez une copie de secours (voir la fiche de secours).",
    ),
};

const GENERAL = () =>
  _(
    "L’enregistrement échoue : plus rien n’est enregistré pour le moment. Vérifiez l’ordinateur qui sert le séminaire.",
  );

const BACKUP = {
  backup_missing: () => _("le support n’est plus là : rebranchez-le"),
  backup_full: () => _("le support est plein : libérez de la place ou changez-en"),
  backup_unwritable: () => _("le support n’accepte pas l’écriture : vérifiez-le ou changez-en"),
  backup_unreadable: () => _("la copie n’a pas pu être vérifiée : nouvel essai en cours"),
};

/** @param {any} storage the code that the server tells, or `ok` */
function storageBanner(storage) {
  if (!storage || storage === "ok") return [];
  return [{ tone: "alarm", text: `${(STORAGE[storage] ?? GENERAL)()} ${KEPT()}` }];
}

/** @param {number|null|undefined} space bytes left, when they are few */
function spaceBanner(space) {
  if (space == null) return [];
  const megabytes = Math.round(space / 1_000_000);
  const text = _(
    "Il ne reste que %(megabytes)s Mo sur le disque de l’ordinateur qui sert le séminaire. Libérez de la place avant qu’il ne soit plein.",
    { megabytes },
  );
  return [{ tone: "notice", text }];
}

/** @param {any} backup */
function backupBanner(backup) {
  const why = BACKUP[backup?.state]?.();
  if (!why) return [];
  const text = backup.last
    ? _("Les copies de secours ne se font plus depuis %(time)s : %(why)s. L’enregistrement, lui, continue.", {
        time: timeOfDay(backup.last),
        why,
      })
    : _("Aucune copie de secours n’a pu être faite : %(why)s. L’enregistrement, lui, continue.", { why });
  return [{ tone: "notice", text }];
}

/** @param {any} workshop */
function restoredBanner(workshop, view) {
  if (!workshop?.restored_from || view.restoredSeen === workshop.restored_at) return [];
  const text = _(
    "Le séminaire a repris à partir de la copie de secours de %(time)s. Les téléphones renvoient d’eux-mêmes ce qu’ils avaient envoyé depuis.",
    { time: timeOfDay(workshop.restored_from) },
  );
  return [{ tone: "notice", text, dismiss: "restoredSeen", as: workshop.restored_at }];
}

/** The banners on what is kept, gravest first. */
export function safekeepingBanners({ room, view }) {
  const { storage, space, backup } = room.live ?? {};
  return [
    ...storageBanner(storage),
    ...spaceBanner(storage === "disk_full" ? null : space),
    // "Saving goes on" would be untrue, and one thing at a time is enough.
    ...(!storage || storage === "ok" ? backupBanner(backup) : []),
    ...restoredBanner(room.all("workshop")[0], view),
  ];
}
