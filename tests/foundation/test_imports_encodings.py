"""Tables as spreadsheets save them in offices of all six languages: read in their code page, and the guess is told."""

from contextlib import suppress
from pathlib import Path

import pytest

from accede.foundation.imports import FileRefused, Options, open_table
from accede.foundation.imports.encodings import ENCODINGS, codec_of
from accede.foundation.imports.opening import guessed_encoding

FRENCH = "État,Type,Signé le\nAlgérie,extradition,1964-08-27\nCôte d’Ivoire,entraide,1961-04-24\n"
FRENCH_IN_A_WORD = "state_a,state_b,kind,signed_on,note\nFrance,Sénégal,mla,1974-03-29,\n"
SPANISH = "estado;socio;tipo;firmado\nEspaña;Perú;extradición;1989-06-28\nEspaña;México;extradición;1978-11-21\n"
SPANISH_IN_A_ROW = "state_a,state_b,kind\nEspaña,Perú,extradition\n"
RUSSIAN = "государство;партнёр;вид;подписан\nИндия;Китай;выдача;1998-12-21\nИталия;Япония;выдача;1995-06-26\n"
RUSSIAN_IN_A_ROW = "state_a,state_b,kind\nФранция,Алжир,extradition\n"
RUSSIAN_IN_A_WORD = "state_a,state_b,kind,signed_on\nRUS,Индия,extradition,1998-12-21\n"
ARABIC = "الدولة,الشريك,النوع,تاريخ التوقيع\nالجزائر,فرنسا,تسليم المجرمين,1964-08-27\nمصر,المغرب,تسليم,1989-03-22\n"
ARABIC_IN_TWO_ROWS = "state_a,state_b,kind\nمصر,المغرب,extradition\nتونس,فرنسا,mla\n"
ARABIC_IN_A_WORD = "state_a,state_b,kind\nEGY,المغرب,extradition\n"
CHINESE = "国家,伙伴,种类\n中国,法国,引渡\n中国,俄罗斯联邦,引渡\n"
CHINESE_IN_A_ROW = "state_a,state_b,kind\n中国,法国,extradition\n"


def saved(tmp_path: Path, text: str, encoding: str) -> Path:
    path = tmp_path / "table.csv"
    path.write_bytes(text.replace("\n", "\r\n").encode(encoding))
    return path


def read(path: Path, options: Options) -> str:
    table = open_table(path, options)
    refused: list[object] = []
    sign = options.separator or ","
    lines = [sign.join(table.header), *(sign.join(cells) for _number, cells in table.rows(refused.append))]
    table.close()
    assert not refused
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        *((text, "windows-1252") for text in (FRENCH, FRENCH_IN_A_WORD, SPANISH, SPANISH_IN_A_ROW)),
        *((text, "windows-1251") for text in (RUSSIAN, RUSSIAN_IN_A_ROW, RUSSIAN_IN_A_WORD)),
        *((text, "windows-1256") for text in (ARABIC, ARABIC_IN_TWO_ROWS, ARABIC_IN_A_WORD)),
        *((text, "gb18030") for text in (CHINESE, CHINESE_IN_A_ROW)),
        (RUSSIAN, "koi8-r"),
        (RUSSIAN, "ibm866"),
    ],
)
def test_a_list_of_few_words_is_read_in_its_code_page_and_the_guess_is_told(tmp_path, text, encoding):
    path = saved(tmp_path, text, encoding)

    assert guessed_encoding(path) == encoding
    assert read(path, Options(separator=";" if ";" in text else None)) == text


@pytest.mark.parametrize("encoding", list(ENCODINGS))
def test_every_code_page_can_be_said(tmp_path, encoding):
    text = "state,note\nFRA,Oran\n"
    path = saved(tmp_path, text, encoding)

    assert read(path, Options(encoding=encoding)) == text
    assert guessed_encoding(path, Options(encoding=encoding)) is None


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
@pytest.mark.parametrize("text", [RUSSIAN_IN_A_ROW, ARABIC, CHINESE, FRENCH])
def test_unicode_is_known_by_its_form_in_every_script(tmp_path, text, encoding):
    path = saved(tmp_path, text, encoding)

    assert guessed_encoding(path) is None
    assert read(path, Options()) == text


def test_some_bad_bytes_do_not_make_another_code_page_of_a_long_file_in_unicode(tmp_path):
    path = tmp_path / "table.csv"
    path.write_bytes(b"state,note\n" + "Côte d’Ivoire,é\n".encode() * 50 + b"FRA,\xe9t\xe9\n")

    assert codec_of(path) == ("utf-8-sig", None)


def test_a_foreign_letter_far_down_the_file_is_found(tmp_path):
    path = tmp_path / "table.csv"
    path.write_bytes(b"state,note\n" + b"FRA,nothing to see\n" * 60_000 + "Côte d’Ivoire,été\n".encode("cp1252"))

    assert guessed_encoding(path) == "windows-1252"


@pytest.mark.parametrize("said", list(ENCODINGS))
@pytest.mark.parametrize("content", [b"\xff\xfe\x00", b"\x81\x8d\x8f,\x90\n1,2\n", bytes(range(256)), b"\xff" * 300])
def test_what_is_said_wrongly_brings_nothing_down(tmp_path, said, content):
    path = tmp_path / "table.csv"
    path.write_bytes(content)
    with suppress(FileRefused):
        table = open_table(path, Options(encoding=said))
        "".join(table.header).encode()
        list(table.rows(lambda _problem: None))
        table.close()
