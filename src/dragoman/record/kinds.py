"""The closed vocabularies of the record, as types."""

from __future__ import annotations

from typing import Literal, get_args

ActorKind = Literal[
    "state", "person", "government-body", "igo", "ngo", "company", "media", "armed-group", "people", "bloc", "other"
]
EventType = Literal[
    "AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "CONCEDE", "RETREAT", "REQUEST",
    "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
]  # fmt: skip
Status = Literal["actual", "historical", "future", "hypothetical", "negated"]
InstrumentKind = Literal[
    "treaty", "declaration", "protocol", "memorandum", "communique", "resolution", "agreement", "exchange-of-notes", "other"
]
InstrumentState = Literal[
    "proposed", "negotiated", "signed", "ratified", "in-force", "suspended", "withdrawn", "terminated", "replaced",
    "broken-down", "unknown",
]  # fmt: skip
RelationKind = Literal["replaces", "amends", "implements", "extends", "terminates", "reaffirms", "accompanies", "cites"]
CommitmentKind = Literal[
    "defense", "offense", "neutrality", "nonaggression", "consultation", "coordination", "cooperation", "recognition",
    "arms-limitation", "non-interference", "territorial", "aid", "trade", "dispute-settlement", "other",
]  # fmt: skip
Strength = Literal["obligation", "readiness", "possibility", "aspiration"]
Quotation = Literal["direct", "indirect", "mixed"]
Certainty = Literal["certain", "probable", "possible", "denied", "unstated"]
Stance = Literal["supports", "opposes", "neutral", "conditional"]
Change = Literal["increase", "decrease", "level"]
Measure = Literal[
    "trade", "aid", "arms", "debt", "investment", "quota", "tariff", "troops", "killed", "injured", "displaced",
    "detained", "other",
]  # fmt: skip

EVENT_TYPES: tuple[str, ...] = get_args(EventType)
