"""Rules for years: "in 1990", "a 1949 pact", "fiscal 1988", "1986-87"."""

from __future__ import annotations

import re

from dragoman.reading.time_grammar import EDGE, WHOLE, YEAR, Moment, rule
from dragoman.reading.time_words import any_case

_COUNTED = (
    r"(?! ?(?i:people|persons|troops|soldiers|men|women|children|tonnes|tons|barrels|dollars|dlrs|mln|billion|million|pct|percent|per cent|km|miles|"
    r"kilometers|kilometres|metres|meters|feet|hours|days|weeks|months|years|refugees|prisoners|workers|students|members|delegates|police|guests|"
    r"cases|jobs|homes|houses|points|euros|pounds|yen|warheads|missiles|tanks|aircraft|or more|others)\b)"
)
_YEAR_PREPOSITION = any_case(
    r"in|since|until|till|by|during|from|through|between|before|after|around|circa|c\.|ca\.|born|died|early|late|mid|as of|back in|year"
)


@rule("year-told", rf"(?:(?i:the) )?(?i:year) {YEAR}")
@rule("year", rf"(?:{_YEAR_PREPOSITION}) (?P<core>{WHOLE}{YEAR}){_COUNTED}")
@rule("year", rf"(?:(?i:of|and|for|to|until|-|–|or|,)) (?P<core>{YEAR})(?= ?[.,;:)¶]|$| (?:and|but|when|after|before|as|to|that|which)\b)")
@rule("year", rf"(?:(?i:the|a|an|its|their|his|her|our|this|new|old|'s|s')) (?P<core>{YEAR})(?= ?-? ?[A-Za-z]|-){_COUNTED}")
@rule("year", rf"\( ?(?P<core>{YEAR})(?= ?[),;–-])")
@rule("year", rf"(?:(?<=^)|(?<=[¶.] ))(?P<core>{YEAR})(?= ?[,:])")
@rule("year", rf"(?:(?<=[¶.] )|(?:So|And|Then),? )(?P<core>{YEAR})(?= ?[.])")
@rule("year", rf"(?:(?:So|And|Then),? )(?P<core>{YEAR})(?= ?[,;:])")
@rule("year", rf"(?:[A-Z][a-z]+(?<!Boeing)(?<!Article)(?<!Section)(?<!Order)(?<!Resolution)(?<!Route)) (?P<core>{YEAR})(?= ?[.,;:)¶-]|$| [a-z])"
      rf"{_COUNTED}")  # fmt: skip
@rule("year", rf"{EDGE}(?: ?- ?| )(?:in |of )?(?:the )?(?:year )?{YEAR}{_COUNTED}")
def _year(match: re.Match[str], moment: Moment) -> str | None:
    return match["y"]


@rule("fiscal", rf"(?:(?i:the) )?(?i:fiscal|financial)(?: (?i:year))? (?:{YEAR}(?P<z> ?[/-] ?\d\d(?:\d\d)?)?)")
def _fiscal(match: re.Match[str], moment: Moment) -> str | None:
    year = int(match["y"])
    return f"{year:04}/{year + 1:04}" if match["z"] else match["y"]


@rule("years", r"(?i:from|between) (?P<core>(?P<y>1[5-9]\d\d|20\d\d) (?:to|through|until|till|and) (?P<z>1[5-9]\d\d|20\d\d))(?![\d,.]*\d)")
@rule("years", r"(?P<y>1[5-9]\d\d|20\d\d) ?(?:-|–|/) ?(?P<z>\d\d(?:\d\d)?)(?![\d-]| ?[-–] ?\d)")
def _years(match: re.Match[str], moment: Moment) -> str | None:
    first, last = int(match["y"]), int(match["z"])
    if last < 100:
        last += first // 100 * 100 if last > first % 100 else (first // 100 + 1) * 100
        if last - first > 50:
            return None
    return f"{first:04}/{last:04}" if first < last <= 2100 else None
