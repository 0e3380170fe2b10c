"""What people post, and what is made of it: contributions, parked points, themes."""

from typing import Final

from facilitation.domain import assignment, contributions, curation, erasing, parking, themes
from facilitation.protocol.commands.command import ANYBODY, FACILITATOR, PEOPLE, Command, lead

TEXTS: Final = (
    Command(
        "contribution.post",
        contributions.Post,
        contributions.post,
        ANYBODY,
        {
            "kind": "expectation",
            "text": "Savoir qui répond au maire.",
            "step": "attentes",
            "anonymous": True,
            "addressee": "ddt",
            "lens": "elu",
        },
    ),
    Command(
        "contribution.edit",
        contributions.Edit,
        contributions.edit,
        ANYBODY,
        {"contribution": "ATT-012", "text": "Savoir qui répond au maire, et quand."},
    ),
    Command(
        "contribution.withdraw",
        contributions.Withdraw,
        contributions.withdraw,
        ANYBODY,
        {"contribution": "ATT-012"},
    ),
    lead(
        "contribution.set_aside",
        curation.SetAside,
        curation.set_aside,
        contribution="ATT-012",
        reason="duplicate",
    ),
    Command(
        "contribution.erase",
        erasing.Erase,
        erasing.erase,
        FACILITATOR,
        {"contribution": "ATT-012"},
        closed=True,
    ),
    lead("contribution.restore", curation.Restore, curation.restore, contribution="ATT-012"),
    Command(
        "contribution.support",
        curation.Support,
        curation.support,
        PEOPLE,
        {"contribution": "PRO-034", "on": True},
    ),
    lead(
        "contribution.tag",
        curation.Tag,
        curation.tag,
        contribution="PRO-034",
        tags=["common_tool"],
    ),
    lead("contribution.show", curation.Show, curation.show, contributions=["ATT-012"]),
    lead("contribution.park", parking.Park, parking.park, contribution="ATT-012"),
    lead(
        "parked.edit",
        parking.EditParked,
        parking.edit_parked,
        parked="PTU-01",
        owner="SG",
    ),
    lead("theme.create", themes.CreateTheme, themes.create, name="Répondre d’une seule voix"),
    lead("theme.rename", themes.RenameTheme, themes.rename, theme="THM-01", name="Une seule voix"),
    lead("theme.merge", themes.MergeThemes, themes.merge, theme="THM-01", merged="THM-02"),
    lead(
        "theme.split",
        themes.SplitTheme,
        themes.split,
        theme="THM-01",
        name="Délais",
        contributions=["ATT-012"],
    ),
    lead(
        "theme.assign",
        assignment.Assign,
        assignment.assign,
        contributions=["ATT-012"],
        theme="THM-01",
    ),
    lead("theme.remove", themes.RemoveTheme, themes.remove, theme="THM-02"),
)
