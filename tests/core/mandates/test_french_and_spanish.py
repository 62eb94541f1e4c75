"""French and Spanish ask in the same ways as English, of the right people, by the right days. All is invented."""

import pytest

from accede.core.mandates.duties import Strength, duties_of
from tests.core.mandates.test_kinds import due
from tests.core.mandates.texts import reading

FRENCH = """\
Résolution adoptée par l’Assemblée générale le 18 décembre 2024

79/901. Des lampes

L’Assemblée générale,

Rappelant les lampes,

1. {};
"""
SPANISH = """\
Resolución aprobada por la Asamblea General el 18 de diciembre de 2024

79/901. Lámparas

La Asamblea General,

Recordando las lámparas,

1. {};
"""


@pytest.mark.parametrize(
    ("frame", "asked", "who", "strength"),
    [
        (FRENCH, "Salue le plan et à cet égard prie l’Office d’écrire", "l’Office", Strength.REQUESTED),
        (FRENCH, "Remercie le Secrétaire général, et lui demande de continuer", "Secrétaire général", Strength.URGED),
        (FRENCH, "Réitère sa demande au Conseil d’écrire", "le Conseil", Strength.REQUESTED),
        (FRENCH, "Décide de prier l’Office d’écrire", "l’Office", Strength.REQUESTED),
        (FRENCH, "Recommande que les États Membres prennent des mesures", "les États Membres", Strength.URGED),
        (FRENCH, "Exige que toutes les parties respectent les lampes", "toutes les parties", Strength.DECIDED),
        (
            SPANISH,
            "Acoge el plan y a este respecto solicita a la Oficina que escriba",
            "la Oficina",
            Strength.REQUESTED,
        ),
        (
            SPANISH,
            "Agradece al Secretario General por la luz y le solicita que siga",
            "Secretario General",
            Strength.REQUESTED,
        ),
        (SPANISH, "Reitera su solicitud al Consejo de que escriba", "el Consejo", Strength.REQUESTED),
        (SPANISH, "Decide pedir a la Oficina que escriba", "la Oficina", Strength.REQUESTED),
        (SPANISH, "Recomienda que la Asamblea General tome nota", "la Asamblea General", Strength.URGED),
        (SPANISH, "Exige que todas las partes cumplan el plan", "todas las partes", Strength.DECIDED),
    ],
)
def test_who_is_asked_in_other_words_owes_a_duty(frame, asked, who, strength):
    assert [(one.owed_by, one.strength) for one in duties_of(reading(frame.format(asked)))] == [((who,), strength)]


@pytest.mark.parametrize(
    ("frame", "words", "wanted"),
    [
        (FRENCH, "Prie l’Office d’écrire le 30 octobre 2025 au plus tard", ("2025-10-30", None)),
        (FRENCH, "Prie l’Office d’écrire avant le 1er mai 2025", ("2025-04-30", None)),
        (FRENCH, "Prie l’Office d’écrire d’ici à mars 2026", ("2026-03-31", None)),
        (FRENCH, "Prie l’Office d’écrire d’ici au 1er mai 2025 et tous les deux ans par la suite", ("2025-05-01", 24)),
        (FRENCH, "Prie l’Office d’écrire avant sa quatre-vingtième session", ("2025-09-08", None)),
        (SPANISH, "Pide a la Oficina que escriba el 30 de octubre de 2025 a más tardar", ("2025-10-30", None)),
        (SPANISH, "Pide a la Oficina que escriba antes del 1 de mayo de 2025", ("2025-04-30", None)),
        (SPANISH, "Pide a la Oficina que escriba a más tardar en marzo de 2026", ("2026-03-31", None)),
        (
            SPANISH,
            "Pide a la Oficina que escriba a más tardar el 1 de mayo de 2025 y cada dos años",
            ("2025-05-01", 24),
        ),
        (SPANISH, "Pide a la Oficina que escriba antes de su octogésimo período de sesiones", ("2025-09-08", None)),
    ],
)
def test_times_are_the_same_days_as_in_english(frame, words, wanted):
    duties = duties_of(reading(frame.format(words)))

    assert [due(one) for one in duties] == [[wanted]]


@pytest.mark.parametrize(
    ("frame", "told", "verb"),
    [
        (FRENCH, "Est consciente des lampes", "recognize"),
        (FRENCH, "Souscrit aux conclusions", "endorse"),
        (FRENCH, "Appelle l’attention sur les lampes", "draw"),
        (SPANISH, "Resalta las lámparas", "highlight"),
        (SPANISH, "Sigue acogiendo con beneplácito las lámparas", "welcome"),
    ],
)
def test_verbs_of_several_words_are_read(frame, told, verb):
    paragraph = reading(frame.format(told)).paragraphs[-1]

    assert paragraph.lead is not None
    assert paragraph.lead.base == verb


def test_a_number_without_its_stop_counts_the_paragraph():
    found = reading(SPANISH.format("Pide a la Oficina que escriba").replace("1. Pide", "1 Pide"))

    assert [one.path for one in found.paragraphs] == ["PP1", "1"]
