"""Words that say nothing of a statement's subject, in French and English: closed lists.

`STOP` never counts. `WEAK` may stand inside a theme's name but neither begins nor ends one: it is
what everybody writes whatever they speak of. `LINKS` are the stop words that hold a name together.
"""

import functools
import unicodedata
from typing import Final, Literal

Language = Literal["fr", "en"]


@functools.lru_cache(maxsize=100_000)
def fold(text: str) -> str:
    """The text in small letters without accents: people on phones leave them out."""
    apart = unicodedata.normalize("NFD", text.lower().replace("œ", "oe").replace("æ", "ae"))
    return "".join(sign for sign in apart if not unicodedata.combining(sign))


def _words(text: str) -> frozenset[str]:
    return frozenset(fold(text).split())


STOP: Final[dict[Language, frozenset[str]]] = {
    "fr": _words(
        """a à afin ai aie aient ainsi ait alors après as au aucun aucune aucuns aujourd
        aura aurait auront aussi autant autre autres aux avaient avais avait avant avec
        avez avoir avons ayant beaucoup bien c ça car cas ce ceci cela celle celles celui
        cependant certain certaine certaines certains ces cet cette ceux chacun chacune
        chaque chez chose choses ci comme comment concernant contre d dans davantage de
        dehors déjà depuis derrière devant dernière des dès désormais dessus deux devoir
        devra devraient devrait devront dire dit doit doivent donc dont du dû durant elle
        elles en encore enfin entre envers environ es est et étaient étais était étant etc
        été êtes être eu eux ex façon faire fais faisant fait falloir fasse fassent faudra
        faudrait faut font grâce guère hors hui ici il ils j jamais je jusqu jusque l la
        là laquelle le lequel les lesquelles lesquels leur leurs lors lorsqu lorsque lui m
        ma mais malgré manière me même mêmes merci mes mettre mien mieux moi moins moment
        mon n ne néanmoins ni nos non notamment notre nôtre nous on ont or ou où par parce
        parfois parmi part pas pendant peu peut peuvent peux plein plus plusieurs plutôt
        point pour pourquoi pourra pourraient pourrait pourront pouvoir près presque pu
        puis puisqu puisque qu quand quant que quel quelle quelles quelqu quelque quelques
        quels qui quiconque quoi quoique rien s sa sans sauf se selon sera serai seraient
        serait seront ses seul seule seulement seuls si sien sinon soi soient sois soit
        sommes son sont sous souvent suis suite sur surtout t ta tandis tant te tel telle
        telles tellement tels tes toi ton toujours tous tout toute toutefois toutes très
        trop tu un une unes uns va vais vais vers veulent veut veux via vis voici voilà
        voir voire vont vos votre vôtre voulons voulez vouloir vous vraiment vu y"""
    ),
    "en": _words(
        """a about above actually after again against ain all also always am among an and
        any anybody anyone anything are aren around as at away be became because become
        been before being below between both but by can cannot could couldn d did didn do
        does doesn doing don done down during each either else enough especially etc even
        ever every everybody everyone everything few first for from further get gets
        getting go goes going got had hadn has hasn have haven having he her here hers
        herself him himself his how however i if in instead into is isn it its itself just
        keep know let like ll lot lots m made make makes making many may maybe me might
        mine more most much must my myself need needed needs neither never no nobody non
        none nor not nothing now of off often on once one only onto or other others our
        ours ourselves out over own per perhaps put quite rather re really s same say see
        seems shall shan she should shouldn since so some somebody someone something
        sometimes still such sure t take than thank thanks that the their theirs them
        themselves then there therefore these they thing things think this those though
        through thus to together too toward towards under unless until up upon us use used
        using ve very via want wants was wasn way we well were weren what when where
        whether which while who whole whom whose why will with within without won would
        wouldn yes yet you your yours yourself"""
    ),
}

#: Turns a statement into its contrary: what separates two texts that are alike but for it.
NEGATIONS: Final[dict[Language, frozenset[str]]] = {
    "fr": _words("ne n pas non sans aucun aucune jamais contre ni stop anti guère rien"),
    "en": _words(
        """no not never without none nor neither against stop anti cannot don doesn didn
        won isn aren wasn weren shouldn wouldn couldn nothing"""
    ),
}

LINKS: Final[dict[Language, frozenset[str]]] = {
    "fr": _words("de du des d la le les l à au aux en et sur pour par avec sans dans entre un une"),
    "en": _words("of the in on for to and with at by between a an from without into"),
}

#: What leads a noun in French and English; a verb or an adverb hardly ever stands behind one.
DETERMINERS: Final[dict[Language, frozenset[str]]] = {
    "fr": _words(
        """le la les l un une des du de d au aux ce cet cette ces mon ma mes son sa ses
        notre nos votre vos leur leurs chaque quel quelle quels quelles aucun aucune
        plusieurs"""
    ),
    "en": _words(
        """the a an this that these those my your his her its our their each every no of
        for more some any several better"""
    ),
}

WEAK: Final[dict[Language, frozenset[str]]] = {
    "fr": _words(
        """accorder afin aider aller an année années ans améliorer arrêter arrêtons
        assurer augmenter avis baisser besoin besoins bon bonne bonnes bons changer
        chercher commencer compris concerne connaître continuer créer demander devenir
        développer différent différente différentes différents diminuer donner effectuer
        éviter exemple favoriser faciliter fin fois français française françaises gens
        grand grande grandes grands heure heures idée imposer important importante
        instaurer interdire jour journée jours laisser lieu limiter loin longtemps lutter
        maintenir majorité même mener mettons mise mois moyen necessaire nécessaire niveau
        nombre nouveau nouvel nouvelle nouvelles nouveaux obliger obtenir partie parler
        pays penser permet permettent permettre permettrait personne personnes petit
        petite petites petits place possibilité possible pouvons premier première prendre
        prévoir problème problèmes proposer propose propositions proposition question
        questions réduire refaire rendre renforcer respecter rester revoir risque savoir
        sein simple situation soutenir sorte supprimer suppression suivre temps tenir tenu
        travers trouver type types utiliser valoriser venir vie vivre vouloir vrai vraie
        vue"""
    ),
    "en": _words(
        """able accept allow ask avoid bad better big bring build case change come create
        day days different easier easy encourage end ensure example far fast faster find
        give good great help hour hours idea important improve increase keep kind late
        level limit long main matter mean month near new number old part people person
        place point possible problem problems promote propose provide question reduce
        right set small sort start stop support talk time times try type week whole work
        year years"""
    ),
}
