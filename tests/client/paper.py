"""The paper: fetched text and hash in, checked keys and sizes out (section 2)."""

import hashlib
import json
import uuid
from dataclasses import dataclass

from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import load_der_public_key

from encoding import unbase64url

FORMAT = "clearjai paper v1"


class Unfit(Exception):
    """The paper is not what it says: nothing may be handed in on it."""


@dataclass(frozen=True)
class Paper:
    survey: uuid.UUID
    hash: bytes
    keys: dict  # stratum -> RSAPublicKey
    sealing_key: bytes
    sizes: list


def read(answer, survey, expected_hash=None):
    text = answer["paper"].encode()
    digest = hashlib.sha256(text).digest()
    if digest != unbase64url(answer["hash"]):
        raise Unfit("the paper does not have the hash it was sent with")
    if expected_hash not in (None, digest):
        raise Unfit(f"the paper has the hash {digest.hex()}, not the one expected")
    paper = json.loads(text)
    if paper["format"] != FORMAT:
        raise Unfit(f"the format is {paper['format']!r}, not {FORMAT!r}")
    if paper["survey"] != str(survey):
        raise Unfit("it is the paper of another survey")
    keys = {uuid.UUID(stratum["id"]): read_key(stratum) for stratum in paper["strata"]}
    return Paper(survey, digest, keys, read_sealing_key(paper["sealing_key"]), read_sizes(paper["sizes"]))


def read_key(stratum):
    der = unbase64url(stratum["key"])
    if hashlib.sha256(der).hexdigest() != stratum["fingerprint"]:
        raise Unfit(f"the fingerprint of stratum {stratum['id']} does not fit its key")
    key = load_der_public_key(der)
    if not isinstance(key, rsa.RSAPublicKey) or key.key_size != 2048:
        raise Unfit(f"the key of stratum {stratum['id']} is no RSA key of 2048 bits")
    return key


def read_sealing_key(text):
    point = unbase64url(text)
    if len(point) != 65 or point[0] != 4:
        raise Unfit("the sealing key is no uncompressed point of 65 bytes")
    ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), point)
    return point


def read_sizes(sizes):
    if not sizes or sizes != sorted(set(sizes)) or sizes[0] < 1:
        raise Unfit("the sizes do not ascend")
    return sizes
