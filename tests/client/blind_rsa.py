"""Blind RSA signatures, the client's half: RFC 9474, RSABSSA-SHA384-PSS-Randomized.

The prepared message comes from outside (section 3 of the protocol). Big numbers are Python's own, which do not take
the same time for every number: good enough for one ballot on one's own device, and for nothing else.
"""

import hashlib
import math
import secrets

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import padding, rsa

SALT = 48
HASH = 48


def blind(key, prepared, salt=None, inverse=None):
    """The blinded message and the inverse of the blinding factor. Salt and inverse are given only by test vectors."""
    n, e = numbers(key)
    message = int.from_bytes(encode_pss(prepared, n.bit_length() - 1, salt or secrets.token_bytes(SALT)))
    if math.gcd(message, n) != 1:
        raise ValueError("this message shares a factor with the key")
    inverse = inverse or invertible(n)
    factor = pow(inverse, -1, n)
    return (message * pow(factor, e, n) % n).to_bytes(length(n)), inverse


def finalize(key, prepared, blind_signature, inverse):
    """The signature. Raises ValueError unless it is one of this key over the prepared message."""
    n, _ = numbers(key)
    if len(blind_signature) != length(n):
        raise ValueError("the blind signature has not the length of the key")
    signature = (int.from_bytes(blind_signature) * inverse % n).to_bytes(length(n))
    if not verifies(key, prepared, signature):
        raise ValueError("the signature does not fit the message")
    return signature


def verifies(key, prepared, signature):
    pss = padding.PSS(mgf=padding.MGF1(hashes.SHA384()), salt_length=SALT)
    try:
        key.verify(signature, prepared, pss, hashes.SHA384())
    except InvalidSignature:
        return False
    return True


def encode_pss(message, bits, salt):
    """EMSA-PSS-ENCODE of RFC 8017, section 9.1.1."""
    size = (bits + 7) // 8
    digest = hashlib.sha384(bytes(8) + hashlib.sha384(message).digest() + salt).digest()
    block = bytes(size - len(salt) - HASH - 2) + b"\x01" + salt
    masked = bytearray(a ^ b for a, b in zip(block, mgf1(digest, len(block)), strict=True))
    masked[0] &= 0xFF >> (8 * size - bits)
    return bytes(masked) + digest + b"\xbc"


def mgf1(seed, size):
    rounds = range((size + HASH - 1) // HASH)
    return b"".join(hashlib.sha384(seed + i.to_bytes(4)).digest() for i in rounds)[:size]


def invertible(n):
    while True:
        number = 1 + secrets.randbelow(n - 1)
        if math.gcd(number, n) == 1:
            return number


def numbers(key: rsa.RSAPublicKey):
    public = key.public_numbers()
    return public.n, public.e


def length(n):
    return (n.bit_length() + 7) // 8
