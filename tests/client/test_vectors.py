"""Our blind signatures and our sealing give what the RFCs publish. Run: python3 -m unittest discover tests/client"""

import json
import unittest
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric import ec, rsa

import blind_rsa
import hpke

VECTORS = json.loads(Path(__file__).with_name("vectors.json").read_text(encoding="utf-8"))


class BlindRsa(unittest.TestCase):
    def setUp(self):
        self.vector = VECTORS["rfc9474"]
        n, e = int(self.vector["n"], 16), int(self.vector["e"], 16)
        self.key = rsa.RSAPublicNumbers(e, n).public_key()
        self.prepared = self.bytes("msg_prefix") + self.bytes("msg")

    def bytes(self, name):
        return bytes.fromhex(self.vector[name])

    def test_blind(self):
        inverse = int(self.vector["inv"], 16)
        blinded, kept = blind_rsa.blind(self.key, self.prepared, self.bytes("salt"), inverse)
        self.assertEqual(blinded, self.bytes("blinded_msg"))
        self.assertEqual(kept, inverse)

    def test_finalize(self):
        signature = blind_rsa.finalize(self.key, self.prepared, self.bytes("blind_sig"), int(self.vector["inv"], 16))
        self.assertEqual(signature, self.bytes("sig"))

    def test_a_spoilt_blind_signature_is_refused(self):
        spoilt = bytearray(self.bytes("blind_sig"))
        spoilt[-1] ^= 1
        with self.assertRaises(ValueError):
            blind_rsa.finalize(self.key, self.prepared, bytes(spoilt), int(self.vector["inv"], 16))

    def test_every_blinding_is_another(self):
        one, other = (blind_rsa.blind(self.key, self.prepared)[0] for _ in range(2))
        self.assertNotEqual(one, other)


class Hpke(unittest.TestCase):
    def setUp(self):
        vector = VECTORS["rfc9180"]
        self.bytes = lambda name: bytes.fromhex(vector[name])
        self.ephemeral = ec.derive_private_key(int(vector["skEm"], 16), ec.SECP256R1())

    def test_encapsulate(self):
        shared, enc = hpke.encapsulate(self.bytes("pkRm"), self.ephemeral)
        self.assertEqual(enc, self.bytes("enc"))
        self.assertEqual(shared, self.bytes("shared_secret"))

    def test_schedule(self):
        key, nonce = hpke.schedule(self.bytes("shared_secret"), self.bytes("info"))
        self.assertEqual((key, nonce), (self.bytes("key"), self.bytes("base_nonce")))

    def test_seal(self):
        sealed = hpke.seal(self.bytes("pkRm"), self.bytes("info"), self.bytes("aad"), self.bytes("pt"), self.ephemeral)
        self.assertEqual(sealed, self.bytes("enc") + self.bytes("ct"))

    def test_every_sealing_is_another(self):
        one, other = (hpke.seal(self.bytes("pkRm"), b"", b"", b"the same") for _ in range(2))
        self.assertNotEqual(one, other)


if __name__ == "__main__":
    unittest.main()
