"""Splits text into words as Universal Dependencies' English treebanks do, on spaCy's tokenizer.

spaCy's English rules already split contractions and possessives. What differs: hyphens between words are
tokens of their own ("Sino-Soviet" is three), save after a prefix ("re-elected" is one), and more titles
keep their full stop.
"""

from __future__ import annotations

import re

from spacy.language import Language
from spacy.symbols import ORTH
from spacy.tokenizer import Tokenizer
from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex

# Hyphens after these do not split (EWT and GUM, train splits); each alternative has its own look-behind,
# since a look-behind has one width.
_PREFIXES = ("re", "pre", "post", "non", "co", "anti", "un", "ex", "semi", "multi", "sub", "inter", "counter", "pro", "ultra",
             "vice", "e", "mini", "neo", "pan", "intra", "extra", "trans")  # fmt: skip
_ABBREVIATIONS = ("Capt.", "Lt.", "Col.", "Sgt.", "Maj.", "Adm.", "Amb.", "Cmdr.", "Brig.", "Gen.", "Sen.", "Rep.", "Gov.", "Rev.",
                  "Messrs.", "No.", "Nos.", "al.", "etc.", "Hon.", "Pres.", "Prof.", "Sec.", "Dept.", "Ave.", "Mt.", "Art.")  # fmt: skip
_SPLITS_HYPHEN = "".join(rf"(?<!\b{p})(?<!\b{p.capitalize()})" for p in _PREFIXES)


def make_tokenizer(language: Language) -> Tokenizer:
    """spaCy's tokenizer with UD's treatment of hyphens.

    Args:
        language: the blank pipeline whose rules are taken over.
    """
    infixes = [str(x) for x in language.Defaults.infixes or [] if "–" not in str(x)]
    infixes += [rf"(?<=[\w.)]){_SPLITS_HYPHEN}[-–—](?=\w)", r"(?<=\w)(?:--+|—|–)(?=\W|$)", r"(?<=[^\W\d])/(?=[^\W\d])", r"\)(?=\w)"]
    suffixes = [*(language.Defaults.suffixes or []), r"(?<=\w)--+", r"(?<=\w)-"]
    prefixes = [*(language.Defaults.prefixes or []), r"--+", r"-(?=\w)"]
    exceptions = dict(language.Defaults.tokenizer_exceptions)
    exceptions |= {form: [{ORTH: form}] for form in _ABBREVIATIONS}
    return Tokenizer(
        language.vocab,
        rules=exceptions,
        prefix_search=compile_prefix_regex(prefixes).search,
        suffix_search=compile_suffix_regex(suffixes).search,
        infix_finditer=compile_infix_regex(infixes).finditer,
        token_match=re.compile(r"(?:[A-Za-z]\.){2,}$").match,
        url_match=language.Defaults.url_match,
    )
