"""Words that came up in a known year: a report that uses one is no older. Common knowledge, each with its first year in the news."""

from __future__ import annotations

import re
from typing import NamedTuple

_COINED = {
    1946: "Iron Curtain", 1947: "Cold War|Marshall Plan|Truman Doctrine", 1954: "European Coal and Steel Community", 1957: "Sputnik|Common Market",
    1961: "Berlin Wall|Peace Corps", 1972: "Watergate", 1974: "petrodollars?", 1975: "Helsinki Final Act", 1980: "Solidarnosc|boat people",
    1982: "AIDS", 1983: "Star Wars|Strategic Defense Initiative", 1985: "glasnost|perestroika|Schengen", 1986: "Chernobyl|Iran-Contra",
    1990: "German reunification|Persian Gulf War", 1991: "no-fly zones?", 1992: "ethnic cleansing|Maastricht",
    1993: "web ?sites?|World Wide Web|Internet", 1994: "Partnership for Peace|e-?mails?", 1996: "Taliban", 1997: "Kyoto Protocol",
    1999: "euro zone|eurozone|G-?20", 2000: "Millennium Development Goals|dot-?com",
    2001: r"9/11|Sept(?:ember|\.) 11 attacks|war on terror|Guantanamo detainees|Doha Round", 2002: "axis of evil", 2003: "SARS|roadmap for peace",
    2004: "Facebook|Orange Revolution", 2005: "YouTube|podcasts?|Hurricane Katrina|bird flu", 2006: "Twitter|smart ?phones?|BRICs?",
    2007: "i[Pp]hone", 2009: "H1N1|swine flu|[Bb]itcoin", 2010: "WikiLeaks|Instagram",
    2011: "Arab Spring|cryptocurrenc(?:y|ies)|social media platforms?",
    2012: "[Bb]rexit|ransomware", 2013: "Belt and Road|Snowden", 2014: "ISIL|Islamic State of Iraq and the Levant|Euromaidan",
    2015: "Paris Agreement|2030 Agenda|Sustainable Development Goals|SDGs|LGBTQI?\\+?", 2016: "fake news|Global Engagement Center",
    2017: "TikTok|#?MeToo",
    2018: "Indo-Pacific Strategy|USMCA", 2020: r"COVID(?:-? ?19)?|[Cc]oronavirus pandemic|SARS-CoV-2|Abraham Accords|COVAX",
    2021: "AUKUS|Build Back Better World|B3W|Summit for Democracy",
}  # fmt: skip
_PATTERN = re.compile(rf"(?<!\w)(?:{'|'.join(f'(?P<y{year}>{words})' for year, words in _COINED.items())})(?!\w)")


class Coinage(NamedTuple):
    """A coined word in a text: its first year, and where it stands in code points."""

    year: int
    start: int
    end: int


def coinages_in(text: str) -> list[Coinage]:
    """The coined words of a text, in order."""
    return [Coinage(int((m.lastgroup or "y0")[1:]), m.start(), m.end()) for m in _PATTERN.finditer(text)]
