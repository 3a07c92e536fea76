"""Writes docs/record.schema.json from the records."""

import json
from pathlib import Path

from dragoman.record import Reading

if __name__ == "__main__":
    target = Path(__file__).with_name("record.schema.json")
    target.write_text(json.dumps(Reading.model_json_schema(by_alias=True), indent=1, sort_keys=True) + "\n", "utf-8")
    print(f"wrote {target}")
