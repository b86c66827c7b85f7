"""Hands in one ballot, or replaces one, as docs/protocol.md describes it. Prints the receipt.

    python3 tests/client/client.py --link URL --answers answers.json [--replace RECEIPT] [--open-link]

`answers.json` is the array of pairs of section 5. The state is kept in `answers.json.state` unless --state names
another file; whoever starts the client again with the same arguments goes on where it stopped.
"""

import argparse
import json
import re
import sys
import uuid
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import ballot
import blind_rsa
import challenge
import paper as papers
from doors import NoAnswer, Refusal, ask
from encoding import base64url, unbase64url
from state import State

ADVICE = {
    "malformed": "This client and this server do not speak the same protocol.",
    "too_large": "The request is larger than the server takes.",
    "no_such_survey": "No survey with this id has opened.",
    "no_such_link": "The link was not made here, or belongs to nobody who may answer. Is it copied whole?",
    "link_replaced": "A newer link was made for the same person. Use that one.",
    "not_open_yet": "The survey has not opened yet. Try again after its opening.",
    "closed": "The survey has closed.",
    "not_a_blinded_message": "The server found no blinded message: client or server is wrong.",
    "already_collected": "A credential was handed out for this link already, with another state file or on another "
    "device. Go on there, or replace the ballot with its receipt (--replace).",
    "wrong_stratum": "The survey has no such stratum, or the ballot to replace is of another.",
    "not_entitled": "The signature does not fit message and stratum.",
    "wrong_size": "The sealed answers have none of the sizes of the paper.",
    "superseded": "This ballot was in the urn, and another has taken its place since. Nothing was changed.",
    "released": "The ballot is opened already and can no longer be replaced.",
    "no_such_ballot": "Nothing with this receipt is in the urn.",
    "not_yet": "The ballots are not released yet.",
    "busy": "The server is busy. Try again in a moment.",
}


class Trouble(Exception):
    """What the client itself refuses, in a sentence."""


class Finished(Exception):
    """The state file is of a ballot that is in the urn."""


@dataclass(frozen=True)
class Address:
    base: str
    open_link: bool
    name: str  # of a personal link the link, of an open one the survey

    def at(self, path):
        return f"{self.base}/api/v1/{path}"


def read_link(url, open_link):
    parts = urlsplit(url)
    found = re.fullmatch(r"(.*?)(?:/en)?/([to])/([^/]+)/?", parts.path)
    if parts.scheme not in ("http", "https") or not found:
        raise Trouble("the link has not the form https://…/t/… or https://…/o/…")
    prefix, door, name = found.groups()
    if (door == "o") != open_link:
        raise Trouble("--open-link is for links of the form https://…/o/…, and only for those")
    if open_link:
        name = str(uuid.UUID(name))
    return Address(f"{parts.scheme}://{parts.netloc}{prefix}", open_link, name)


def read_answers(path):
    pairs = json.loads(Path(path).read_text(encoding="utf-8"))
    if not isinstance(pairs, list) or not all(is_pair(pair) for pair in pairs):
        raise Trouble("the answers are no array of pairs of texts")
    return pairs


def is_pair(pair):
    return isinstance(pair, list) and len(pair) == 2 and all(isinstance(text, str) for text in pair)


class Client:
    def __init__(self, address, state, patience=600, ballots=None, paper_hash=None):
        self.address, self.state, self.patience = address, state, patience
        self.ballots, self.paper_hash = ballots or address.base, paper_hash

    def hand_in(self, pairs):
        """The receipt, once the ballot is in the urn."""
        self.begin(replaces=None)
        self.look_up_link()
        paper = self.fetch_paper()
        ballot.plaintext(pairs, paper.sizes)  # what has no room is noticed before a credential is collected
        self.collect_credential(paper)
        outcome = self.post_ballot(paper, pairs, signature=self.state["signature"])
        return self.finish(outcome)

    def replace(self, receipt, pairs):
        """The receipt, which stays the same, once the urn has the new ballot."""
        seed = ballot.seed_of(receipt)
        self.begin(replaces=seed)
        if self.address.open_link:
            self.state.keep(survey=self.address.name, seed=seed)
        else:
            self.state.keep(survey=self.ask_link(self.address.name)["survey"], seed=seed)
        paper = self.fetch_paper()
        found = self.ask_receipt()
        if found["ballot"] == "released":
            raise Refusal(409, "released", "the ballot is opened already")
        self.state.keep(stratum=found["stratum"])
        return self.finish(self.post_ballot(paper, pairs, signature=None))

    def begin(self, replaces):
        job = {"link": [self.address.base, self.address.name], "replaces": replaces}
        if "done" in self.state and replaces is None:
            raise Finished(ballot.receipt(self.state["seed"]))
        if "done" in self.state or "job" not in self.state:
            self.state.keep_only(job=job)
        elif self.state["job"] != job:
            raise Trouble("the state file belongs to another link or another receipt; name another with --state")

    # Door one

    def look_up_link(self):
        if "stratum" in self.state:
            return
        if self.address.open_link and "admission" not in self.state:
            self.state.keep(admission=self.earn_admission())
        found = self.ask_link(self.credential_link())
        if self.address.open_link and found["survey"] != self.address.name:
            raise Trouble("the admission is for another survey")
        self.state.keep(survey=found["survey"], stratum=found["stratum"])

    def earn_admission(self):
        """A challenge whose answer was lost may be used up: then another one is solved."""
        try:
            return self.solve_challenge()
        except Refusal as refusal:
            print(f"{refusal}; solving another challenge", file=sys.stderr)
            return self.solve_challenge()

    def solve_challenge(self):
        asked = self.ask(self.address.at(f"challenges/{self.address.name}"))
        answer = challenge.solve(asked["challenge"], asked["bits"], asked["parts"])
        body = {"challenge": asked["challenge"], "answer": answer}
        return self.ask(self.address.at("admissions"), body)["admission"]

    def credential_link(self):
        return self.state["admission"] if self.address.open_link else self.address.name

    def collect_credential(self, paper):
        if "signature" in self.state:
            return
        key = paper.keys.get(self.stratum())
        if key is None:
            raise Trouble("the paper does not know the stratum of the link")
        if "seed" not in self.state:
            seed = ballot.draw_seed()
            blinded, inverse = blind_rsa.blind(key, ballot.message(paper.survey, seed))
            self.state.keep(seed=seed, blinded=base64url(blinded), inverse=f"{inverse:x}")
        answer = self.ask_credential()
        if (answer["survey"], answer["stratum"]) != (self.state["survey"], self.state["stratum"]):
            raise Trouble("the credential is for another survey or stratum than the link")
        try:
            inverse = int(self.state["inverse"], 16)
            signature = blind_rsa.finalize(key, self.message(), unbase64url(answer["signature"]), inverse)
        except ValueError as error:
            raise Trouble(f"the server's signature is of no use: {error}") from error
        self.state.keep(signature=base64url(signature))

    def ask_credential(self):
        """Behind an open link, an admission that has expired is earned once more, for the same blinded message."""
        try:
            return self.post_credential()
        except Refusal as refusal:
            if refusal.code != "no_such_link" or not self.address.open_link:
                raise
        self.state.keep(admission=self.earn_admission())
        return self.post_credential()

    def post_credential(self):
        body = {"link": self.credential_link(), "blinded": self.state["blinded"]}
        return self.ask(self.address.at("credentials"), body)

    def ask_link(self, link):
        return self.ask(self.address.at("links"), {"link": link})

    # Door two

    def fetch_paper(self):
        survey = uuid.UUID(self.state["survey"])
        paper = papers.read(self.ask(self.address.at(f"papers/{survey}")), survey, self.paper_hash)
        if self.state.kept.get("paper", paper.hash.hex()) != paper.hash.hex():
            raise papers.Unfit("the paper has changed since this ballot was begun")
        self.state.keep(paper=paper.hash.hex())
        return paper

    def post_ballot(self, paper, pairs, signature):
        """What was sealed once is sent until the urn has it: only so does the urn know it again."""
        if "sealed" not in self.state:
            sealed = ballot.seal(paper, self.stratum(), self.message(), pairs)
            self.state.keep(sealed=base64url(sealed), answers=pairs)
        body = {name: self.state[name] for name in ("survey", "stratum", "sealed")}
        body["message"] = base64url(self.message())
        if signature is not None:
            body["signature"] = signature
        try:
            outcome = self.ask(f"{self.ballots}/api/v1/ballots", body)["ballot"]
        except Refusal as refusal:
            outcome = self.read_refusal(refusal, first=signature is not None)
        if self.state["answers"] != pairs:
            self.finish(outcome)
            raise Trouble("the answers sealed before are in the urn, not those given now; for these, use --replace")
        return outcome

    def read_refusal(self, refusal, first):
        """The answer to an earlier try may be what was lost: then the urn has the ballot though it refuses it now."""
        if refusal.code == "superseded":
            print(ADVICE["superseded"], file=sys.stderr)
            return "superseded"
        if refusal.code in ("closed", "released") and first:
            try:
                self.ask_receipt()
                return "stored"
            except Refusal:
                pass
        raise refusal

    def ask_receipt(self):
        body = {"survey": self.state["survey"], "message": base64url(self.message())}
        return self.ask(f"{self.ballots}/api/v1/receipts", body)

    def finish(self, outcome):
        """Link and answers are forgotten; the receipt stays."""
        kept = {name: self.state[name] for name in ("survey", "stratum", "seed")}
        self.state.keep_only(done=outcome, **kept)
        return ballot.receipt(kept["seed"])

    def ask(self, url, body=None):
        return ask(url, body, self.patience)[1]

    def stratum(self):
        return uuid.UUID(self.state["stratum"])

    def message(self):
        return ballot.message(uuid.UUID(self.state["survey"]), self.state["seed"])


def main():
    arguments = read_arguments()
    try:
        address = read_link(arguments.link, arguments.open_link)
        pairs = read_answers(arguments.answers)
        state = State(arguments.state or arguments.answers + ".state")
        expected = bytes.fromhex(arguments.paper_hash) if arguments.paper_hash else None
        client = Client(address, state, arguments.patience, arguments.ballots, expected)
        print(client.replace(arguments.replace, pairs) if arguments.replace else client.hand_in(pairs))
        return 0
    except Finished as finished:
        print(finished)
        print("The ballot of this state file is in the urn already. For another, name another file.", file=sys.stderr)
        return 3
    except Refusal as refusal:
        print(f"Refused, {refusal}. {ADVICE.get(refusal.code, '')}", file=sys.stderr)
    except NoAnswer as error:
        print(f"No answer: {error}. Start again with the same arguments to go on.", file=sys.stderr)
    except papers.Unfit as error:
        print(f"The paper was refused: {error}.", file=sys.stderr)
    except (Trouble, ballot.TooLong, OSError, ValueError) as error:
        print(f"Stopped: {error}.", file=sys.stderr)
    except (KeyError, TypeError) as error:
        print(f"The server's answer is not of the protocol: {error!r}.", file=sys.stderr)
    return 1


def read_arguments():
    parser = argparse.ArgumentParser(description="Hands in one ballot and prints its receipt.")
    parser.add_argument("--link", required=True, metavar="URL")
    parser.add_argument("--answers", required=True, metavar="FILE", help='JSON: [["code", "value"], …]')
    parser.add_argument("--replace", metavar="RECEIPT")
    parser.add_argument("--open-link", action="store_true", help="the link is of the form …/o/…")
    parser.add_argument("--state", metavar="FILE", help="where to go on from (answers.json.state)")
    parser.add_argument("--paper-hash", metavar="HEX", help="the hash the paper must have, as the letter says it")
    parser.add_argument("--ballots", metavar="URL", help="the host of the ballots, if it is another")
    parser.add_argument("--patience", type=int, default=600, metavar="SECONDS", help="for each request (600)")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
