"""What goes into the urn: the receipt and its message (section 3), the answers padded and sealed (section 5)."""

import hashlib
import json
import re
import secrets

import hpke


class TooLong(Exception):
    """The answers are larger than the largest size of the paper."""


def draw_seed():
    return "".join(secrets.choice("0123456789") for _ in range(24))


def receipt(seed):
    return " ".join(re.findall("....", seed))


def seed_of(receipt):
    seed = re.sub(r"[\s-]", "", receipt)
    if not re.fullmatch("[0-9]{24}", seed, re.ASCII):
        raise ValueError("a receipt has 24 digits")
    return seed


def message(survey, seed):
    """The prepared message: 64 bytes."""
    return hashlib.sha512(b"clearjai ballot v1" + survey.bytes + seed.encode("ascii")).digest()


def plaintext(pairs, sizes):
    data = json.dumps(pairs, ensure_ascii=False, separators=(",", ":")).encode() + b"\x80"
    for size in sizes:
        if len(data) <= size:
            return data.ljust(size, b"\x00")
    raise TooLong(f"the answers take {len(data)} bytes, and the paper has room for {sizes[-1]}")


def seal(paper, stratum, message, pairs):
    info = paper.hash + stratum.bytes
    aad = hashlib.sha256(message).digest()
    return hpke.seal(paper.sealing_key, info, aad, plaintext(pairs, paper.sizes))
