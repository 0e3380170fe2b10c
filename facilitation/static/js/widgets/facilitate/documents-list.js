/**
 * The documents of a workshop: their titles, what each is for, and the forms it is made in.
 */
import { _ } from "../../core/i18n.js";

/** Title, purpose and files [name, label] of each document. */
export const LIST = () => [
  {
    title: _("Compte rendu"),
    detail: _("Volume diffusable : synthèse, déroulement, situations, propositions, priorisation, plan d’action."),
    files: [
      ["minutes.docx", "DOCX"],
      ["minutes.pdf", "PDF"],
      ["minutes.html", "HTML"],
      ["minutes.md", "Markdown"],
    ],
  },
  {
    title: _("Annexe de travail"),
    detail: _("Diffusion restreinte : toutes les contributions, non nominatives, et ce qu’elles sont devenues."),
    files: [
      ["annex.docx", "DOCX"],
      ["annex.pdf", "PDF"],
      ["annex.html", "HTML"],
      ["annex.md", "Markdown"],
    ],
  },
  {
    title: _("Relevé de conclusions"),
    detail: _("Un recto verso à remettre à la sortie."),
    files: [
      ["summary.docx", "DOCX"],
      ["summary.pdf", "PDF"],
      ["summary.html", "HTML"],
      ["summary.md", "Markdown"],
    ],
  },
  {
    title: _("Fiches-actions"),
    detail: _("Une page par action, à compléter et à valider."),
    files: [
      ["plan.docx", "DOCX"],
      ["plan.pdf", "PDF"],
    ],
  },
  {
    title: _("Données"),
    detail: _("Tableau des contributions, et archive complète pour rouvrir le séminaire ailleurs."),
    files: [
      ["contributions.csv", "CSV"],
      ["archive.zip", "ZIP"],
    ],
  },
];
