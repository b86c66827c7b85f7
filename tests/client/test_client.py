"""What the client decides by itself, without a server."""

import hashlib
import json
import tempfile
import unittest
import uuid
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

import ballot
import challenge
import client
import paper
from encoding import base64url, unbase64url
from state import State

SURVEY = uuid.UUID("00010203-0405-0607-0809-0a0b0c0d0e0f")


class Receipts(unittest.TestCase):
    def test_a_receipt_is_six_groups_of_four_and_reads_back(self):
        seed = ballot.draw_seed()
        self.assertRegex(ballot.receipt(seed), r"^([0-9]{4} ){5}[0-9]{4}$")
        self.assertEqual(ballot.seed_of(ballot.receipt(seed)), seed)

    def test_what_has_not_24_ascii_digits_is_no_receipt(self):
        for text in ("", "1234", "0" * 25, "๑" * 24, "x" * 24):
            with self.assertRaises(ValueError):
                ballot.seed_of(text)

    def test_the_message_is_made_of_survey_and_seed(self):
        whole = b"clearjai ballot v1" + bytes(range(16)) + b"000011112222333344445555"
        self.assertEqual(ballot.message(SURVEY, "000011112222333344445555"), hashlib.sha512(whole).digest())


class Plaintexts(unittest.TestCase):
    def test_answers_are_padded_to_the_smallest_size_that_holds_them(self):
        self.assertEqual(ballot.plaintext([["i1", "3"]], [8, 20, 40]), b'[["i1","3"]]\x80' + bytes(7))

    def test_the_byte_that_ends_the_answers_needs_room_too(self):
        self.assertEqual(len(ballot.plaintext([["i1", "3"]], [12, 13])), 13)

    def test_thai_is_written_as_utf_8(self):
        self.assertIn("ดี".encode(), ballot.plaintext([["i1", "ดี"]], [64]))

    def test_what_has_no_room_is_refused(self):
        with self.assertRaises(ballot.TooLong):
            ballot.plaintext([["i1", "3"]], [12])


class Papers(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        key = rsa.generate_private_key(65537, 2048).public_key()
        der = key.public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
        point = ec.generate_private_key(ec.SECP256R1()).public_key()
        cls.paper = {
            "format": paper.FORMAT,
            "survey": str(SURVEY),
            "strata": [{"id": str(SURVEY), "key": base64url(der), "fingerprint": hashlib.sha256(der).hexdigest()}],
            "sealing_key": base64url(point.public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)),
            "sizes": [256, 1024],
        }

    def answer(self, **changed):
        text = json.dumps(self.paper | changed)
        return {"paper": text, "hash": base64url(hashlib.sha256(text.encode()).digest())}

    def refused(self, answer, **more):
        with self.assertRaises(paper.Unfit):
            paper.read(answer, SURVEY, **more)

    def test_a_paper_is_read(self):
        self.assertEqual(paper.read(self.answer(), SURVEY).sizes, [256, 1024])

    def test_a_paper_with_another_hash_is_refused(self):
        answer = self.answer()
        self.refused(answer | {"paper": answer["paper"] + " "})
        self.refused(answer, expected_hash=bytes(32))

    def test_a_fingerprint_that_does_not_fit_its_key_is_refused(self):
        self.refused(self.answer(strata=[self.paper["strata"][0] | {"fingerprint": "0" * 64}]))

    def test_another_survey_or_format_is_refused(self):
        self.refused(self.answer(survey=str(uuid.uuid4())))
        self.refused(self.answer(format="clearjai paper v2"))

    def test_sizes_that_do_not_ascend_are_refused(self):
        self.refused(self.answer(sizes=[1024, 256]))


class Links(unittest.TestCase):
    def test_links_of_both_languages_lead_to_the_same_addresses(self):
        for url in ("https://example.org/t/abc", "https://example.org/en/t/abc"):
            address = client.read_link(url, open_link=False)
            self.assertEqual((address.name, address.at("links")), ("abc", "https://example.org/api/v1/links"))

    def test_an_open_link_is_taken_only_when_it_is_said_to_be_one(self):
        url = f"https://example.org/o/{SURVEY}"
        self.assertEqual(client.read_link(url, open_link=True).name, str(SURVEY))
        for wrong, open_link in ((url, False), ("https://example.org/t/abc", True)):
            with self.assertRaises(client.Trouble):
                client.read_link(wrong, open_link)


class Rest(unittest.TestCase):
    def test_a_challenge_is_solved(self):
        start = hashlib.sha256("ทดสอบ".encode()).digest()
        for place, number in enumerate(challenge.solve("ทดสอบ", 9, 2)):
            digest = hashlib.sha256(start + bytes([0, 0, 0, place]) + number.to_bytes(4)).digest()
            self.assertEqual((digest[0], digest[1] >> 7), (0, 0))

    def test_bytes_with_padding_or_stray_bits_are_no_base64url(self):
        self.assertEqual(unbase64url("-_8"), b"\xfb\xff")
        for text in ("-_8=", "-_9", "+/8", "-_ 8"):
            with self.assertRaises(ValueError):
                unbase64url(text)

    def test_the_state_outlives_the_client_and_is_its_owners_alone(self):
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "state"
            State(path).keep(seed="1")
            self.assertEqual(State(path)["seed"], "1")
            self.assertEqual(path.stat().st_mode & 0o777, 0o600)


if __name__ == "__main__":
    unittest.main()
