"""Resolutions in the five other official languages; all texts are invented."""

import pytest

from accede.core.mandates.duties import Strength, duties_of
from accede.core.mandates.tongues.numbers import ordinal_in
from accede.core.mandates.tongues.tongue import language_of
from tests.core.mandates.texts import reading

FRENCH = """\
Résolution adoptée par l’Assemblée générale le 18 décembre 2024

79/901. Entretien des phares

L’Assemblée générale,

Rappelant sa résolution 70/901 du 3 décembre 2015 sur les lampes,

Profondément préoccupée par les lampes qui s’éteignent,

1. Prend note avec satisfaction du rapport du Secrétaire général ;

2. Prie l’Office des lampes, en consultation avec l’Union des gardiens, d’aider les États Membres, à leur demande, et
invite les donateurs à contribuer ;

3. Engage les États Membres à :

a) Former des gardiens, selon qu’il conviendra ;

b) Publier un guide d’ici à 2026 ;

4. Prie le Secrétaire général de lui présenter un rapport à sa quatre-vingtième session et de l’informer tous les six
mois.

50e séance plénière
18 décembre 2024
"""
SPANISH = """\
Resolución 2901 (2024)

Aprobada por el Consejo de Seguridad en su 9901a sesión, celebrada el 1 de diciembre de 2024

El Consejo de Seguridad,

Recordando sus resoluciones anteriores,

Profundamente preocupado por las lámparas,

1. Decide que todos los Estados:

a) Cuenten sus lámparas;

b) Informen sobre ellas;

2. Pide al Secretario General que le presente un informe a más tardar el 30 de junio de 2025, y exhorta a los Estados a
que cooperen en un plazo de 90 días;

3. Decide seguir ocupándose de la cuestión.
"""
RUSSIAN = """\
Резолюция, принятая Генеральной Ассамблеей 18 декабря 2024 года

79/901. Маяки

Генеральная Ассамблея,

ссылаясь на свою резолюцию 70/901,

отмечая, что лампы гаснут,

1. просит Генерального секретаря представить доклад до 30 июня 2025 года;

2. призывает государства сотрудничать.
"""
ARABIC = """\
قرار اتخذته الجمعية العامة في 18 كانون الأول/ديسمبر 2024

79/901 - المنارات

إن الجمعية العامة،

إذ تشير إلى قرارها 70/901،

وإذ تلاحظ أن المصابيح تنطفئ،

١ - تطلب إلى الأمين العام أن يقدم تقريرا قبل 30 حزيران/يونيه 2025؛

2 - تدعو الدول إلى التعاون.
"""
CHINESE = """\
2024年12月18日大会通过的决议

79/901. 灯塔

大会，

回顾其第70/901号决议，

注意到灯会熄灭，

1. 请秘书长在2025年6月30日之前提交报告；

2、促请各国合作。
"""


@pytest.mark.parametrize(
    ("text", "language"),
    [(FRENCH, "fr"), (SPANISH, "es"), (RUSSIAN, "ru"), (ARABIC, "ar"), (CHINESE, "zh"), ("The Council of lamps", "en")],
)
def test_the_language_of_a_text_is_told(text, language):
    assert language_of(text.splitlines()) == language


@pytest.mark.parametrize(
    ("text", "symbol", "day", "paths"),
    [
        (FRENCH, "A/RES/79/901", "2024-12-18", ["PP1", "PP2", "1", "2", "3", "3(a)", "3(b)", "4"]),
        (SPANISH, "S/RES/2901(2024)", "2024-12-01", ["PP1", "PP2", "1", "1(a)", "1(b)", "2", "3"]),
        (RUSSIAN, "A/RES/79/901", "2024-12-18", ["PP1", "PP2", "1", "2"]),
        (ARABIC, "A/RES/79/901", "2024-12-18", ["PP1", "PP2", "1", "2"]),
        (CHINESE, "A/RES/79/901", "2024-12-18", ["PP1", "PP2", "1", "2"]),
    ],
)
def test_paragraphs_numbers_and_days_are_read_in_every_official_language(text, symbol, day, paths):
    found = reading(text)

    assert (found.symbol, str(found.adopted_on)) == (symbol, day)
    assert [one.path for one in found.paragraphs] == paths
    assert [one.code for one in found.remarks] in ([], ["language_in_part"])


@pytest.mark.parametrize("text", [RUSSIAN, ARABIC, CHINESE])
def test_of_three_languages_days_are_read_and_that_no_more_is_read_is_told(text):
    found = reading(text)

    assert [str(one.due_until) for one in found.paragraphs[2].deadlines] == ["2025-06-30"]
    assert duties_of(found) == ()
    assert [one.code for one in found.remarks] == ["language_in_part"]


def test_french_duties_are_read_with_who_owes_them_their_conditions_and_days():
    duties = duties_of(reading(FRENCH))

    assert [(one.key, one.strength, one.owed_by, one.gates) for one in duties] == [
        ("2a", Strength.REQUESTED, ("l’Office des lampes",), ("consultation", "upon_request")),
        ("2b", Strength.INVITED, ("les donateurs",), ()),
        ("3a", Strength.INVITED, ("les États Membres",), ("as_appropriate",)),
        ("3b", Strength.INVITED, ("les États Membres",), ()),
        ("4", Strength.REQUESTED, ("le Secrétaire général",), ()),
    ]
    assert [one.evidence[0] for one in duties] == ["activities", "contributions", "training", "tools", "reports"]
    assert [str(one.due_until) for one in duties[3].due] == ["2026-12-31"]
    assert [(str(one.due_until), one.every_months) for one in duties[4].due] == [("2026-09-07", None), ("None", 6)]


def test_spanish_duties_are_read_with_who_owes_them_and_their_days():
    duties = duties_of(reading(SPANISH))

    assert [(one.key, one.strength, one.owed_by) for one in duties] == [
        ("1a", Strength.DECIDED, ("todos los Estados",)),
        ("1b", Strength.DECIDED, ("todos los Estados",)),
        ("2a", Strength.REQUESTED, ("el Secretario General",)),
        ("2b", Strength.URGED, ("los Estados",)),
    ]
    assert [str(one.due_until) for one in duties[2].due] == ["2025-06-30"]
    assert [str(one.due_until) for one in duties[3].due] == ["2025-03-01"]


@pytest.mark.parametrize(
    ("words", "language", "number"),
    [
        ("première", "fr", 1), ("vingt et unième", "fr", 21), ("soixante-quatrième", "fr", 64),
        ("soixante et onzième", "fr", 71), ("quatre-vingtième", "fr", 80), ("quatre-vingt-deuxième", "fr", 82),
        ("quatre-vingt-dix-neuvième", "fr", 99), ("79e", "fr", 79), ("phare", "fr", None),
        ("primer", "es", 1), ("undécimo", "es", 11), ("sexagésimo cuarto", "es", 64), ("octogésimo", "es", 80),
        ("septuagésimo noveno", "es", 79), ("faro", "es", None),
    ],
)  # fmt: skip
def test_ordinals_of_sessions_in_french_and_spanish(words, language, number):
    assert ordinal_in(words, language) == number
