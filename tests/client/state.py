"""What a killed client needs to go on: one JSON file, readable by its owner alone, written whole or not at all.

Until the ballot is in the urn it holds link, receipt and answers side by side; afterwards the receipt alone.
"""

import json
import os
from pathlib import Path


class State:
    def __init__(self, path):
        self.path = Path(path)
        self.kept = json.loads(self.path.read_text(encoding="utf-8")) if self.path.exists() else {}

    def __contains__(self, name):
        return name in self.kept

    def __getitem__(self, name):
        return self.kept[name]

    def keep(self, **fields):
        self.kept |= fields
        self.write()

    def drop(self, name):
        del self.kept[name]
        self.write()

    def keep_only(self, **fields):
        self.kept = fields
        self.write()

    def write(self):
        draft = self.path.with_name(self.path.name + ".new")
        handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with open(handle, "w", encoding="utf-8") as file:
            json.dump(self.kept, file, indent=1)
            file.flush()
            os.fsync(file.fileno())
        os.replace(draft, self.path)
