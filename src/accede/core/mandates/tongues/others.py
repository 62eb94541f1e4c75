"""Russian, Arabic and Chinese: paragraphs, numbers and days."""

import re

from accede.core.mandates.tongues.tongue import Tongue
from accede.core.mandates.words.wordlists import word_list, word_set

_RUSSIAN_MONTHS = {
    name: number
    for number, name in enumerate(
        word_list("января февраля марта апреля мая июня июля августа сентября октября ноября декабря"), 1
    )
}
_FINITE_ENDINGS = re.compile(r"(?:[аеёияую]ет|[аеи]т|ит|ёт|ует)(?:ся)?")

RUSSIAN = Tongue(
    code="ru",
    opening=re.compile(
        r"^(?:Генеральная Ассамблея|Совет Безопасности|Экономический и Социальный Совет|Совет по правам человека|"
        r"Комиссия[^.;:]{0,80}|Конференция[^.;:]{0,80}),?$"
    ),
    organs={
        "генеральная ассамблея": "GA", "генеральной ассамблеей": "GA", "совет безопасности": "SC",
        "советом безопасности": "SC", "экономический и социальный совет": "ECOSOC", "совет по правам человека": "HRC",
    },
    closing=re.compile(r"^(?:\d{1,4}-е\s+(?:пленарное\s+)?заседание\b.{0,60}|\[?Принята (?:единогласно|без голосования|на).{0,160})$"),
    annex=re.compile(r"^(?:Приложение|ПРИЛОЖЕНИЕ|Добавление)(?:\s+(?:[IVXLC]+|\d+))?[.:]?$"),
    front=re.compile(r"^(?:Организация Объединенных Наций|Distr\.|Резолюци[яи] ,?принят|Принята |\[|Пункт \d|Original|\d{1,2} [а-я]+ \d{4}|[AES]/)"),
    adopted=re.compile(r"[Пп]ринята?"),
    day=re.compile(rf"(?P<d>\d{{1,2}})\s+(?P<m>{'|'.join(_RUSSIAN_MONTHS)})\s+(?P<y>\d{{4}})"),
    months=_RUSSIAN_MONTHS,
    participles={"ссылаясь": "recall", "подтверждая": "reaffirm", "отмечая": "note", "напоминая": "recall", "будучи": "be", "принимая": "take", "учитывая": "take", "признавая": "recognize"},
    finite={
        "просит": "request", "постановляет": "decide", "призывает": "call", "настоятельно призывает": "urge",
        "предлагает": "invite", "рекомендует": "recommend", "осуждает": "condemn", "приветствует": "welcome",
        "подтверждает": "reaffirm", "подчеркивает": "stress", "отмечает": "note", "принимает": "take",
        "выражает": "express", "уполномочивает": "authorize", "требует": "demand", "одобряет": "endorse",
        "признает": "recognize", "напоминает": "recall", "поощряет": "encourage", "заявляет": "declare",
        "вновь": "reaffirm", "рассматривает": "consider", "утверждает": "approve", "благодарит": "thank",
        "поручает": "direct", "объявляет": "declare", "провозглашает": "proclaim", "сожалеет": "regret",
        "надеется": "hope", "считает": "consider", "повторяет": "reiterate", "обращается": "appeal",
    },
    is_participle=lambda word: len(word) > 4 and word.endswith(("ая", "яя", "ясь", "уя", "вая", "вшись", "ив", "ав")),
    adverbs=word_set("также вновь далее особо глубоко настоятельно самым решительным образом серьезно решительно будучи с"),
    is_cased=False,
)  # fmt: skip

_ARABIC_MONTHS = {
    "كانون الثاني": 1, "يناير": 1, "شباط": 2, "فبراير": 2, "آذار": 3, "مارس": 3, "نيسان": 4, "أبريل": 4, "أيار": 5,
    "مايو": 5, "حزيران": 6, "يونيه": 6, "يونيو": 6, "تموز": 7, "يوليه": 7, "يوليو": 7, "آب": 8, "أغسطس": 8,
    "أيلول": 9, "سبتمبر": 9, "تشرين الأول": 10, "أكتوبر": 10, "تشرين الثاني": 11, "نوفمبر": 11, "كانون الأول": 12,
    "ديسمبر": 12,
}  # fmt: skip
_ARABIC_MONTH = "|".join(sorted(_ARABIC_MONTHS, key=len, reverse=True))

ARABIC = Tongue(
    code="ar",
    opening=re.compile(r"^(?:إن )?(?:الجمعية العامة|مجلس الأمن|المجلس الاقتصادي والاجتماعي|مجلس حقوق الإنسان)[،,]?$"),
    organs={"الجمعية العامة": "GA", "مجلس الأمن": "SC", "المجلس الاقتصادي والاجتماعي": "ECOSOC", "مجلس حقوق الإنسان": "HRC"},
    closing=re.compile(r"^(?:الجلسة (?:العامة )?[0-9٠-٩]{1,4}.{0,60}|\[?(?:اتخذ|اعتمد)ت? .{0,160})$"),
    annex=re.compile(r"^(?:المرفق|مرفق|التذييل)(?:\s+\S+)?[.:]?$"),
    front=re.compile(r"^(?:الأمم المتحدة|Distr\.|قرارا?ت? (?:اتخذ|اعتمد)|\[|البند \S|الأصل|[AES]/)"),
    adopted=re.compile(r"(?:اتخذ|اعتمد)"),
    day=re.compile(rf"(?P<d>[0-9٠-٩]{{1,2}})\s+(?P<m>{_ARABIC_MONTH})(?:\s?/\s?(?:{_ARABIC_MONTH}))?\s+(?P<y>[0-9٠-٩]{{4}})"),
    months=_ARABIC_MONTHS,
    participles={"وإذ": "recall", "إذ": "recall"},
    finite={
        "تطلب": "request", "يطلب": "request", "تقرر": "decide", "يقرر": "decide", "تدعو": "invite", "يدعو": "invite",
        "تهيب": "call", "يهيب": "call", "تحث": "urge", "يحث": "urge", "تشجع": "encourage", "يشجع": "encourage",
        "توصي": "recommend", "يوصي": "recommend", "تؤكد": "stress", "يؤكد": "stress", "تشدد": "stress", "يشدد": "stress",
        "ترحب": "welcome", "يرحب": "welcome", "تلاحظ": "note", "يلاحظ": "note", "تحيط علما": "take", "يحيط علما": "take",
        "تدين": "condemn", "يدين": "condemn", "تعرب": "express", "يعرب": "express", "تعيد": "reaffirm",
        "يعيد": "reaffirm", "تكرر": "reiterate", "يكرر": "reiterate", "تأذن": "authorize", "يأذن": "authorize",
        "يطالب": "demand", "تطالب": "demand", "تسلم": "recognize", "يسلم": "recognize", "تعترف": "recognize",
        "تثني": "commend", "يثني": "commend", "تعتمد": "adopt", "يعتمد": "adopt", "تقر": "endorse", "يقر": "endorse",
        "تؤيد": "endorse", "يؤيد": "endorse", "تهنئ": "congratulate", "تعلن": "declare", "يعلن": "declare",
        "تناشد": "appeal", "يناشد": "appeal", "تشير": "recall", "يشير": "recall", "تعرب عن": "express",
        "تشيد": "commend", "يشيد": "commend", "يبقي": "remain", "تنوه": "note", "يذكر": "recall", "يكلف": "direct",
    },
    is_participle=lambda _word: False,
    adverbs=frozenset(),
    is_cased=False,
)  # fmt: skip

_CHINESE = word_list(
    "回顾 重申 铭记 注意到 强调 认识到 确认 考虑到 深信 关切 深为关切 严重关切 欢迎 赞赏 表示 忆及 念及 意识到 谴责 决心 "
    "感到 遗憾 赞扬 肯定 承认 审议 听取 满意 深表 根据 震惊 着重 指出 相信 愿意 牢记 支持 敦促 又 还 再次"
)
_CHINESE_FINITE = {
    "请": "request", "决定": "decide", "促请": "urge", "敦促": "urge", "邀请": "invite", "吁请": "call", "呼吁": "call",
    "鼓励": "encourage", "建议": "recommend", "授权": "authorize", "要求": "demand", "通过": "adopt", "核可": "endorse",
    "赞同": "endorse", "批准": "approve", "宣布": "declare", "宣告": "declare", "感谢": "thank", "祝贺": "congratulate",
    "期待": "look", "责成": "direct", "指示": "direct",
}  # fmt: skip

CHINESE = Tongue(
    code="zh",
    opening=re.compile(r"^(?:大会|安全理事会|经济及社会理事会|人权理事会)[，,]$"),
    organs={"安全理事会": "SC", "经济及社会理事会": "ECOSOC", "人权理事会": "HRC", "大会": "GA"},
    closing=re.compile(r"^(?:(?:\d{4}年\d{1,2}月\d{1,2}日)?\s*第\s?\d{1,4}\s?次(?:全体)?会议.{0,40}|.{0,20}(?:一致|未经表决)通过.{0,20})$"),
    annex=re.compile(r"^(?:附件|附录)(?:[一二三四五六七八九十]+|\s*\d+)?$"),
    front=re.compile(r"^(?:联合国|Distr\.|\[|议程项目|[AES]/|.{0,30}通过的决议)"),
    adopted=re.compile("通过|会议"),
    day=re.compile(r"(?P<y>\d{4})\s?年\s?(?P<m>\d{1,2})\s?月\s?(?P<d>\d{1,2})\s?日"),
    months={},
    participles={verb: "recall" if verb in ("回顾", "忆及") else "note" for verb in sorted(_CHINESE, key=len, reverse=True)},
    finite=_CHINESE_FINITE,
    is_participle=lambda _word: False,
    adverbs=frozenset(),
    is_cased=False,
)  # fmt: skip
