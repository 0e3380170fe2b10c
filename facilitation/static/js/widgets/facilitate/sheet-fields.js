/**
 * Every field of a fiche-action, in the order of the printed sheet, with its label and its kind.
 * Pure: the form and the count of what is filled both read this list.
 */
import { _ } from "../../core/i18n.js";

/**
 * The parts of the sheet: title and fields [name, label, kind].
 * @returns {Array<[string, Array<[string, string, string]>]>}
 */
export function parts() {
  return [
    [
      _("Identité"),
      [
        ["title", _("Intitulé (verbe et objet)"), "line"],
        ["theme", _("Thème"), "themes"],
        ["policy", _("Politique publique"), "policies"],
        ["status", _("Statut"), "status"],
        ["validation", _("Validation (qui, quand)"), "line"],
      ],
    ],
    [
      _("Pourquoi"),
      [
        ["why", _("Constat"), "text"],
        ["cases", _("Situations d’origine"), "cases"],
        ["contributions", _("Contributions d’origine"), "ids"],
        ["goal", _("Objectif"), "text"],
        ["expected_result", _("Résultat attendu"), "text"],
        ["beneficiaries", _("Bénéficiaires"), "line"],
      ],
    ],
    [
      _("Qui"),
      [
        ["authority", _("Autorité compétente"), "services"],
        ["pilot", _("Service pilote"), "services"],
        ["responsible", _("Responsable (fonction, nom)"), "line"],
        ["director_agreement", _("Accord du directeur"), "line"],
        ["referent", _("Référent porteur"), "line"],
        ["associates", _("Services associés"), "associates"],
        ["partners", _("Partenaires extérieurs"), "line"],
        ["level", _("Niveau d’intervention"), "level"],
      ],
    ],
    [
      _("Comment"),
      [
        ["milestones", _("Étapes"), "milestones"],
        ["first_step", _("Première étape, sous 30 jours"), "line"],
        ["conditions", _("Conditions de mise en œuvre"), "text"],
        ["consultations", _("Consultations préalables"), "text"],
        ["tool", _("Outil commun à développer"), "text"],
        ["tool_owner", _("Porteur de l’outil"), "line"],
        ["tool_content", _("Données de l’outil"), "line"],
        ["tool_access", _("Droits d’accès"), "line"],
        ["means", _("Moyens"), "text"],
        ["pooling", _("Mutualisation"), "text"],
        ["statement", _("Dire de l’État associé"), "statements"],
      ],
    ],
    [
      _("Suivi"),
      [
        ["start", _("Début"), "date"],
        ["due", _("Échéance"), "date"],
        ["revised_due", _("Échéance révisée"), "date"],
        ["revised_reason", _("Motif de la révision"), "line"],
        ["indicator", _("Indicateur"), "line"],
        ["indicator_start", _("Valeur de départ"), "line"],
        ["indicator_target", _("Cible"), "line"],
        ["indicator_source", _("Source"), "line"],
        ["indicator_frequency", _("Fréquence"), "line"],
        ["body", _("Instance de suivi existante"), "line"],
        ["risks", _("Risques"), "text"],
        ["arbitration", _("Arbitrage demandé"), "text"],
        ["arbitration_to", _("Arbitrage : à qui"), "line"],
        ["arbitration_by", _("Arbitrage : avant le"), "date"],
      ],
    ],
  ];
}

const SPARE = new Set([
  "revised_due",
  "revised_reason",
  "arbitration",
  "arbitration_to",
  "arbitration_by",
  "statement",
  "status",
  "validation",
  "cases",
  "contributions",
]);

/** How many of the fields that every sheet should have are filled. */
export function completeness(action) {
  const names = parts()
    .flatMap(([, fields]) => fields.map(([name]) => name))
    .filter((name) => !SPARE.has(name));
  const filled = names.filter((name) => (Array.isArray(action[name]) ? action[name].length : action[name])).length;
  return { filled, total: names.length };
}
