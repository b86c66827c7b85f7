"""The work asked for behind an open link (section 7)."""

import hashlib


def solve(challenge, bits, parts):
    digest = hashlib.sha256(challenge.encode()).digest()
    return [solve_part(digest + place.to_bytes(4), bits) for place in range(parts)]


def solve_part(start, bits):
    begun = hashlib.sha256(start)
    for number in range(2**32):
        attempt = begun.copy()
        attempt.update(number.to_bytes(4))
        if int.from_bytes(attempt.digest()) >> (256 - bits) == 0:
            return number
    raise ValueError("this challenge has no answer")
