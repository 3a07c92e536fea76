"""Which language a report is in."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from py3langid.langid import MODEL_FILE, LanguageIdentifier

from dragoman.intake.problem import IntakeError
from dragoman.record import Report

_SAMPLE = 4000  # characters that are looked at
_FEWEST_LETTERS = 40
_SURE = 0.9  # probability, calibrated for length by py3langid
# Kinds of English, kinds of Latin-script noise (names, lists) and "no language at all".
_NEVER_REFUSED = frozenset({"en", "pcm", "zxx", "und"})

_NAMES = {
    "af": "Afrikaans", "am": "Amharic", "ar": "Arabic", "az": "Azerbaijani", "be": "Belarusian", "bg": "Bulgarian",
    "bn": "Bengali", "bs": "Bosnian", "ca": "Catalan", "cs": "Czech", "cy": "Welsh", "da": "Danish", "de": "German",
    "el": "Greek", "eo": "Esperanto", "es": "Spanish", "et": "Estonian", "eu": "Basque", "fa": "Persian", "fi": "Finnish",
    "fr": "French", "ga": "Irish", "gl": "Galician", "gu": "Gujarati", "ha": "Hausa", "he": "Hebrew", "hi": "Hindi",
    "hr": "Croatian", "ht": "Haitian Creole", "hu": "Hungarian", "hy": "Armenian", "id": "Indonesian", "is": "Icelandic",
    "it": "Italian", "ja": "Japanese", "ka": "Georgian", "kk": "Kazakh", "km": "Khmer", "kn": "Kannada", "ko": "Korean",
    "ku": "Kurdish", "ky": "Kyrgyz", "la": "Latin", "lb": "Luxembourgish", "lo": "Lao", "lt": "Lithuanian", "lv": "Latvian",
    "mg": "Malagasy", "mk": "Macedonian", "ml": "Malayalam", "mn": "Mongolian", "mr": "Marathi", "ms": "Malay",
    "mt": "Maltese", "my": "Burmese", "ne": "Nepali", "nl": "Dutch", "nn": "Norwegian", "no": "Norwegian", "pa": "Punjabi",
    "pl": "Polish", "ps": "Pashto", "pt": "Portuguese", "ro": "Romanian", "ru": "Russian", "si": "Sinhala", "sk": "Slovak",
    "sl": "Slovene", "so": "Somali", "sq": "Albanian", "sr": "Serbian", "sv": "Swedish", "sw": "Swahili", "ta": "Tamil",
    "te": "Telugu", "tg": "Tajik", "th": "Thai", "tk": "Turkmen", "tl": "Tagalog", "tr": "Turkish", "uk": "Ukrainian",
    "ur": "Urdu", "uz": "Uzbek", "vi": "Vietnamese", "zh": "Chinese", "zu": "Zulu",
}  # fmt: skip


@lru_cache(maxsize=1)
def _identifier() -> LanguageIdentifier:
    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


def tongue_of(text: str) -> str | None:
    """The ISO 639 code of a text's language; None where it is too short or too mixed to be sure.

    Args:
        text: the report's words.
    """
    sample = text[:_SAMPLE]
    letters = [c for c in sample if c.isalpha()]
    if not letters:
        return None
    code, probability = _identifier().classify(sample)
    # A text in another script is not English however short it is.
    if _latin_share(letters) < 0.5:
        return str(code) if code not in _NEVER_REFUSED else "und"
    if len(letters) < _FEWEST_LETTERS or probability < _SURE:
        return None
    return str(code)


def _latin_share(letters: list[str]) -> float:
    kinds = {c: unicodedata.name(c, "").startswith(("LATIN", "FULLWIDTH LATIN")) for c in set(letters)}
    return sum(kinds[c] for c in letters) / len(letters)


def check_english(name: str, report: Report) -> Report:
    """The report, its language filled in where it can be told.

    Args:
        name: the file, for the message.
        report: the report; a ``language`` that it has already is believed.

    Raises:
        IntakeError: where it is surely not in English.
    """
    code = report.language or tongue_of(report.text)
    if code == "und":
        raise IntakeError(name, f"is not in English; {_fix('it')}")
    if code and code.split("-")[0] not in _NEVER_REFUSED:
        language = _NAMES.get(code.split("-")[0])
        said = f"{language} ({code})" if language else f"another language ({code})"
        raise IntakeError(name, f"is in {said}; {_fix(language or 'it')}")
    return report if report.language or code != "en" else report.model_copy(update={"language": "en"})


def _fix(language: str) -> str:
    return f"this model reads English; give Reader(language=...) a spaCy pipeline with UD labels for {language}"
