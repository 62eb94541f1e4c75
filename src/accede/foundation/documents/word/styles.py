"""The styles of a Word file, as documents of the United Nations look, and its numbering in each language."""

from collections.abc import Iterable
from dataclasses import dataclass

from accede.foundation.documents.word.markup import LOCALES, Speech

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" '
    'xmlns:asvg="http://schemas.microsoft.com/office/drawing/2016/SVG/main"'
)
PARAGRAPHS, BULLETS, COUNTED = 1, 2, 3
"""The kinds of numbering; each list that is counted has a number of its own from `COUNTED` on."""
_STEP = 567


@dataclass(frozen=True, slots=True)
class _Style:
    key: str
    name: str
    size: float = 0
    bold: bool = False
    paragraph: str = ""


_PARAGRAPHS = (
    _Style("Title", "Title", 18, bold=True, paragraph='<w:keepNext/><w:spacing w:before="240" w:after="240"/>'),
    *(
        _Style(
            f"Heading{level}",
            f"heading {level}",
            size,
            bold=True,
            paragraph=f'<w:keepNext/><w:keepLines/><w:spacing w:before="{before}" w:after="100"/>'
            f'<w:outlineLvl w:val="{level - 1}"/>',
        )
        for level, size, before in ((1, 14, 320), (2, 12, 240), (3, 10.5, 200), (4, 10.5, 160), (5, 10.5, 160))
    ),
    _Style("Lead", "Lead", 12),
    _Style("Small", "Small", 9),
    _Style("Source", "Source", 9, paragraph='<w:spacing w:before="60" w:after="200"/>'),
    _Style("Caption", "caption", 10, bold=True, paragraph='<w:keepNext/><w:spacing w:before="200" w:after="80"/>'),
    _Style("Cell", "Cell", 9.5, paragraph='<w:spacing w:before="30" w:after="30" w:line="240" w:lineRule="auto"/>'),
    _Style("Issuer", "Issuer", 12, paragraph='<w:spacing w:before="0" w:after="40"/>'),
    _Style("Organ", "Organ", 16, bold=True, paragraph='<w:spacing w:before="0" w:after="0"/>'),
    _Style("FootnoteText", "footnote text", 8.5, paragraph='<w:spacing w:after="40" w:line="240" w:lineRule="auto"/>'),
    _Style("Footer", "footer", 9, paragraph='<w:jc w:val="center"/>'),
    _Style("Number", "Numbered paragraph"),
    _Style("ListBullet", "List Bullet", paragraph='<w:spacing w:after="60"/>'),
    _Style("ListNumber", "List Number", paragraph='<w:spacing w:after="60"/>'),
)
_CHARACTERS = (
    ("Hyperlink", "Hyperlink", '<w:color w:val="0B4F7D"/><w:u w:val="single"/>'),
    ("FootnoteReference", "footnote reference", '<w:vertAlign w:val="superscript"/>'),
    ("Code", "Code", '<w:rFonts w:ascii="Courier New" w:hAnsi="Courier New" w:cs="Courier New"/>'),
)
_FORMS = {
    "ar": (("decimal", "%1 -"), ("arabicAbjad", "(%2)"), ("decimal", "‘%3’")),
    "en": (("decimal", "%1."), ("lowerLetter", "(%2)"), ("lowerRoman", "(%3)")),
    "zh-hans": (("decimal", "%1."), ("lowerLetter", "(%2)"), ("chineseCounting", "(%3)")),
}
_WITHOUT_BRACKET = (("decimal", "%1."), ("lowerLetter", "%2)"), ("lowerRoman", "%3)"))


def styles_part(speech: Speech) -> str:
    """Return the styles, with the language of what says none."""
    locale = speech.locale()
    east = locale if locale.startswith("zh") else LOCALES["zh-hans"]
    complex_script = locale if speech.is_right_to_left else LOCALES["ar"]
    latin = LOCALES["en"] if speech.is_right_to_left or locale.startswith("zh") else locale
    fonts = '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="SimSun" w:cs="Times New Roman"/>'
    defaults = (
        f'<w:docDefaults><w:rPrDefault><w:rPr>{fonts}<w:sz w:val="21"/><w:szCs w:val="{_of_script(21, speech)}"/>'
        f'<w:lang w:val="{latin}" w:eastAsia="{east}" w:bidi="{complex_script}"/></w:rPr></w:rPrDefault>'
        '<w:pPrDefault><w:pPr><w:spacing w:after="120" w:line="264" w:lineRule="auto"/></w:pPr></w:pPrDefault>'
        "</w:docDefaults>"
    )
    normal = (
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>'
    )
    paragraphs = "".join(_paragraph_style(style, speech) for style in _PARAGRAPHS)
    characters = "".join(
        f'<w:style w:type="character" w:styleId="{key}"><w:name w:val="{name}"/><w:rPr>{look}</w:rPr></w:style>'
        for key, name, look in _CHARACTERS
    )
    return f"<w:styles {NAMESPACES}>{defaults}{normal}{paragraphs}{characters}{_TABLE_STYLE}</w:styles>"


def numbering_part(speech: Speech, lists: int) -> str:
    """Return the numbering: of paragraphs, of bullets, and of `lists` lists that are counted, each from one."""
    forms = _FORMS.get(speech.language, _WITHOUT_BRACKET)
    levels = [_level(depth, *form, indent=depth, speech=speech) for depth, form in enumerate(forms)]
    abstract = "".join(
        (
            _abstract(PARAGRAPHS, levels),
            _abstract(BULLETS, [_level(0, "bullet", "•", indent=0, speech=speech)]),
            _abstract(COUNTED, [_level(0, *forms[0], indent=0, speech=speech)]),
        )
    )
    numbers = "".join(
        (
            _number(PARAGRAPHS, PARAGRAPHS),
            _number(BULLETS, BULLETS),
            *(_number(COUNTED + place, COUNTED, begins=True) for place in range(lists)),
        )
    )
    return f"<w:numbering {NAMESPACES}>{abstract}{numbers}</w:numbering>"


def _paragraph_style(style: _Style, speech: Speech) -> str:
    # Elements of a style's paragraphs keep to the order of the format: the writer gives them so.
    size = round(style.size * 2)
    look = "<w:b/><w:bCs/>" if style.bold else ""
    if size:
        look += f'<w:sz w:val="{size}"/><w:szCs w:val="{_of_script(size, speech)}"/>'
    paragraph = f"<w:pPr>{style.paragraph}</w:pPr>" if style.paragraph else ""
    run = f"<w:rPr>{look}</w:rPr>" if look else ""
    return (
        f'<w:style w:type="paragraph" w:styleId="{style.key}"><w:name w:val="{style.name}"/>'
        f'<w:basedOn w:val="Normal"/><w:qFormat/>{paragraph}{run}</w:style>'
    )


def _of_script(half_points: int, speech: Speech) -> int:
    """Return the size of a script whose letters are small in it: Arabic stands a tenth larger."""
    return round(half_points * 1.15) if speech.is_right_to_left else half_points


def _abstract(key: int, levels: Iterable[str]) -> str:
    kind = '<w:multiLevelType w:val="multilevel"/>'
    return f'<w:abstractNum w:abstractNumId="{key}">{kind}{"".join(levels)}</w:abstractNum>'


def _level(depth: int, form: str, text: str, *, indent: int, speech: Speech) -> str:
    left = _STEP * (indent + 1)
    direction = "<w:rPr><w:rtl/></w:rPr>" if speech.is_right_to_left else ""
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/>'
        f'<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="{left}" w:hanging="{_STEP}"/></w:pPr>{direction}</w:lvl>'
    )


def _number(key: int, abstract: int, *, begins: bool = False) -> str:
    again = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>' if begins else ""
    return f'<w:num w:numId="{key}"><w:abstractNumId w:val="{abstract}"/>{again}</w:num>'


def _border(side: str, *, size: int = 4, color: str = "8A8A8A") -> str:
    return f'<w:{side} w:val="single" w:sz="{size}" w:space="0" w:color="{color}"/>'


_TABLE_STYLE = (
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr>'
    '<w:tblCellMar><w:left w:w="85" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
    '<w:style w:type="table" w:styleId="Ruled"><w:name w:val="Ruled"/><w:basedOn w:val="TableNormal"/><w:tblPr>'
    f"<w:tblBorders>{_border('top', size=8, color='000000')}{_border('bottom', size=8, color='000000')}"
    f"{_border('insideH')}</w:tblBorders></w:tblPr>"
    '<w:tblStylePr w:type="firstRow"><w:rPr><w:b/><w:bCs/></w:rPr><w:tcPr><w:tcBorders>'
    f"{_border('bottom', size=8, color='000000')}</w:tcBorders>"
    '<w:shd w:val="clear" w:color="auto" w:fill="F0F0EC"/></w:tcPr></w:tblStylePr></w:style>'
)
