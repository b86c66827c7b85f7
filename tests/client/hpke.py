"""Sealing to a public key: RFC 9180, base mode, one message, and only the suite of the protocol:
DHKEM(P-256, HKDF-SHA256), HKDF-SHA256, AES-128-GCM."""

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hmac import HMAC
from cryptography.hazmat.primitives.kdf.hkdf import HKDFExpand
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

KEM, KDF, AEAD = 0x0010, 0x0001, 0x0001
KEM_SUITE = b"KEM" + KEM.to_bytes(2)
SUITE = b"HPKE" + KEM.to_bytes(2) + KDF.to_bytes(2) + AEAD.to_bytes(2)
POINT, TAG = 65, 16
OVERHEAD = POINT + TAG


def seal(receiver, info, aad, plaintext, ephemeral=None):
    """`enc` ‖ `ct`. The ephemeral key is given only by test vectors."""
    shared, enc = encapsulate(receiver, ephemeral or ec.generate_private_key(ec.SECP256R1()))
    key, nonce = schedule(shared, info)
    return enc + AESGCM(key).encrypt(nonce, plaintext, aad)


def encapsulate(receiver, ephemeral):
    public = ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), receiver)
    enc = ephemeral.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
    return kem_secret(ephemeral.exchange(ec.ECDH(), public), enc, receiver), enc


def kem_secret(dh, enc, receiver):
    prk = extract(KEM_SUITE, b"", b"eae_prk", dh)
    return expand(KEM_SUITE, prk, b"shared_secret", enc + receiver, 32)


def schedule(shared, info):
    """The key and the nonce of the first message."""
    context = b"\x00" + extract(SUITE, b"", b"psk_id_hash", b"") + extract(SUITE, b"", b"info_hash", info)
    secret = extract(SUITE, shared, b"secret", b"")
    return expand(SUITE, secret, b"key", context, 16), expand(SUITE, secret, b"base_nonce", context, 12)


def extract(suite, salt, label, secret):
    mac = HMAC(salt or bytes(32), hashes.SHA256())
    mac.update(b"HPKE-v1" + suite + label + secret)
    return mac.finalize()


def expand(suite, secret, label, info, size):
    info = size.to_bytes(2) + b"HPKE-v1" + suite + label + info
    return HKDFExpand(algorithm=hashes.SHA256(), length=size, info=info).derive(secret)
