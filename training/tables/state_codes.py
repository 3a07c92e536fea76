"""State ids for the codes of Archigos and REIGN (Correlates of War letters) and for country names and ISO pairs."""

from __future__ import annotations

import pycountry

_LETTERS = {
    "AFG": "AFG", "ALB": "ALB", "ALG": "DZA", "AND": "AND", "ANG": "AGO", "ARG": "ARG", "ARM": "ARM", "AUL": "AUS", "AUS": "AUT",
    "AZE": "AZE", "BAH": "BHR", "BAR": "BRB", "BEL": "BEL", "BEN": "BEN", "BFO": "BFA", "BHM": "BHS", "BHU": "BTN", "BLR": "BLR",
    "BLZ": "BLZ", "BNG": "BGD", "BOL": "BOL", "BOS": "BIH", "BOT": "BWA", "BRA": "BRA", "BRU": "BRN", "BUI": "BDI", "BUL": "BGR",
    "CAM": "KHM", "CAN": "CAN", "CAO": "CMR", "CAP": "CPV", "CDI": "CIV", "CEN": "CAF", "CHA": "TCD", "CHL": "CHL", "CHN": "CHN",
    "COL": "COL", "COM": "COM", "CON": "COG", "COS": "CRI", "CRO": "HRV", "CUB": "CUB", "CYP": "CYP", "CZE": "CSK", "CZR": "CZE",
    "DEN": "DNK", "DJI": "DJI", "DOM": "DOM", "DRC": "COD", "DRV": "VDR", "ECU": "ECU", "EGY": "EGY", "EQG": "GNQ", "ERI": "ERI",
    "EST": "EST", "ETH": "ETH", "ETM": "TLS", "FIN": "FIN", "FJI": "FJI", "FRN": "FRA", "GAB": "GAB", "GAM": "GMB", "GDR": "DDR",
    "GFR": "DEU", "GHA": "GHA", "GMY": "DEU", "GNB": "GNB", "GRC": "GRC", "GRG": "GEO", "GUA": "GTM", "GUI": "GIN", "GUY": "GUY",
    "HAI": "HTI", "HON": "HND", "HUN": "HUN", "ICE": "ISL", "IND": "IND", "INS": "IDN", "IRE": "IRL", "IRN": "IRN", "IRQ": "IRQ",
    "ISR": "ISR", "ITA": "ITA", "JAM": "JAM", "JOR": "JOR", "JPN": "JPN", "KEN": "KEN", "KOS": "XKX", "KUW": "KWT", "KYR": "KGZ",
    "KZK": "KAZ", "LAO": "LAO", "LAT": "LVA", "LBR": "LBR", "LEB": "LBN", "LES": "LSO", "LIB": "LBY", "LIT": "LTU", "LUX": "LUX",
    "MAA": "MRT", "MAC": "MKD", "MAD": "MDV", "MAG": "MDG", "MAL": "MYS", "MAS": "MUS", "MAW": "MWI", "MEX": "MEX", "MLD": "MDA",
    "MLI": "MLI", "MLT": "MLT", "MNG": "MNE", "MON": "MNG", "MOR": "MAR", "MSI": "MHL", "MYA": "MMR", "MZM": "MOZ", "NAM": "NAM",
    "NEP": "NPL", "NEW": "NZL", "NIC": "NIC", "NIG": "NGA", "NIR": "NER", "NOR": "NOR", "NTH": "NLD", "OMA": "OMN", "PAK": "PAK",
    "PAN": "PAN", "PAR": "PRY", "PER": "PER", "PHI": "PHL", "PNG": "PNG", "POL": "POL", "POR": "PRT", "PRK": "PRK", "QAT": "QAT",
    "ROK": "KOR", "RUM": "ROU", "RVN": "RVN", "RWA": "RWA", "SAF": "ZAF", "SAL": "SLV", "SAU": "SAU", "SEN": "SEN", "SER": "SRB",
    "SEY": "SYC", "SIE": "SLE", "SIN": "SGP", "SKN": "KNA", "SLO": "SVK", "SLU": "LCA", "SLV": "SVN", "SOL": "SLB", "SOM": "SOM",
    "SPN": "ESP", "SRI": "LKA", "SSD": "SSD", "SUD": "SDN", "SUR": "SUR", "SWA": "SWZ", "SWD": "SWE", "SWZ": "CHE", "SYR": "SYR",
    "TAJ": "TJK", "TAW": "TWN", "TAZ": "TZA", "THI": "THA", "TKM": "TKM", "TOG": "TGO", "TRI": "TTO", "TUN": "TUN", "TUR": "TUR",
    "UAE": "ARE", "UGA": "UGA", "UKG": "GBR", "UKR": "UKR", "URU": "URY", "USA": "USA", "UZB": "UZB", "VAN": "VUT", "VEN": "VEN",
    "YEM": "YEM", "YPR": "YMD", "YUG": "YUG", "ZAM": "ZMB", "ZIM": "ZWE",
}  # fmt: skip
_CHANGED = {
    "RUS": (("SUN", "1922-12-30", "1991-08-01"),),
    "DRV": (("VNM", "1976-07-02", "9999"),),
    "YUG": (("SCG", "2003-02-04", "2006-06-04"), ("SRB", "2006-06-05", "9999")),
}
COUNTRY_IDS = {
    **{country.alpha_2: country.alpha_3 for country in pycountry.countries},
    **{country.name: country.alpha_3 for country in pycountry.countries},
    **{country.common_name: country.alpha_3 for country in pycountry.countries if hasattr(country, "common_name")},
    "AU_AF": "AU",
    "Cape Verde": "CPV",
    "Democratic Republic of the Congo": "COD",
    "East Timor": "TLS",
    "Federated States of Micronesia": "FSM",
    "Iran": "IRN",
    "Ivory Coast": "CIV",
    "Kosovo": "XKX",
    "Laos": "LAO",
    "North Korea": "PRK",
    "Republic of Ireland": "IRL",
    "Republic of the Congo": "COG",
    "Russia": "RUS",
    "South Korea": "KOR",
    "State of Palestine": "PSE",
    "Syria": "SYR",
    "São Tomé and Príncipe": "STP",
    "The Bahamas": "BHS",
    "The Gambia": "GMB",
    "Turkey": "TUR",
    "Vatican City": "VAT",
}


def state_of(letters: str, day: str) -> str:
    """The state id for a Correlates of War abbreviation on a day; the letters themselves where unknown."""
    for state, start, end in _CHANGED.get(letters, ()):
        if start <= day <= end:
            return state
    return "RUS" if letters == "RUS" else _LETTERS.get(letters, letters)
