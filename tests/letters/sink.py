"""A mail server for tests: somebody else's SMTP (aiosmtpd), and Python's own reading of every letter.

    python sink.py FILE [--delay SECONDS] [--tls starttls|wrapped --certificate FILE --key FILE]

Prints its port, and writes each letter that it took as a line of JSON to FILE. What it answers stands in the
name of the mailbox: `rcpt-550-5x1x1.anan@…` is refused when it is named, `data-451.anan@…` when its letter has
ended, `close.anan@…` in the middle of its letter, and `hang.anan@…` is never answered. With `-once` at the end
(`rcpt-450-once.anan@…`) that happens the first time only.
"""

import argparse
import asyncio
import email
import email.policy
import json
import os
import ssl

from aiosmtpd.smtp import SMTP, syntax


class Refusals:
    """What a mailbox answers now."""

    def __init__(self):
        self.seen = set()

    def of(self, address, stage):
        plan = address.split("@")[0].split(".", 1)[0] if "." in address.split("@")[0] else ""
        words = plan.split("-")
        if words[0] != stage:
            return None
        if words[-1] == "once":
            if address in self.seen:
                return None
            self.seen.add(address)
            words.pop()
        return words[1:]


def answer(words):
    """`550`, or `550` and `5x1x1` for an enhanced code."""
    return " ".join([words[0], *(word.replace("x", ".") for word in words[1:]), "refused"])


class Handler:
    def __init__(self, file, delay, refusals):
        self.file, self.delay, self.refusals = file, delay, refusals

    async def handle_RCPT(self, server, session, envelope, address, options):
        words = self.refusals.of(address, "rcpt")
        if words:
            if words[0] == "421":
                asyncio.get_running_loop().call_later(0.05, server.transport.close)
            return answer(words)
        envelope.rcpt_tos.append(address)
        return "250 2.1.5 go on"

    async def handle_DATA(self, server, session, envelope):
        address = envelope.rcpt_tos[0]
        words = self.refusals.of(address, "data")
        if words:
            return answer(words)
        if self.delay:
            await asyncio.sleep(self.delay)
        self.file.write(json.dumps(read(envelope)) + "\n")
        self.file.flush()
        os.fsync(self.file.fileno())
        return "250 2.0.0 taken"


class Server(SMTP):
    """Also one that hangs, and one that goes away in the middle of a letter."""

    @syntax("DATA")
    async def smtp_DATA(self, arg):
        address = (self.envelope.rcpt_tos or [""])[0]
        if self.event_handler.refusals.of(address, "close") is not None:
            await self.push("354 go on")
            await self._reader.readline()
            self.transport.close()
            return
        if self.event_handler.refusals.of(address, "hang") is not None:
            await asyncio.sleep(3600)
        await super().smtp_DATA(arg)


def read(envelope):
    letter = email.message_from_bytes(envelope.content, policy=email.policy.default)
    defects = [str(defect) for part in letter.walk() for defect in part.defects]
    defects += [str(defect) for header in letter.values() for defect in getattr(header, "defects", [])]
    return {
        "envelope_to": envelope.rcpt_tos,
        "message_id": letter["message-id"],
        "to": letter["to"],
        "from": letter["from"],
        "subject": letter["subject"],
        "has_date": letter["date"] is not None and letter["date"].datetime is not None,
        "text": letter.get_body(("plain",)).get_content(),
        "html": letter.get_body(("html",)).get_content(),
        "headers": {name.lower(): str(value) for name, value in letter.items()},
        "longest_line": max(map(len, envelope.content.splitlines())),
        "is_ascii": envelope.content.isascii(),
        "defects": defects,
    }


async def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("file")
    parser.add_argument("--delay", type=float, default=0)
    parser.add_argument("--tls", choices=["starttls", "wrapped"])
    parser.add_argument("--certificate")
    parser.add_argument("--key")
    arguments = parser.parse_args()
    context = None
    if arguments.tls:
        context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        context.load_cert_chain(arguments.certificate, arguments.key)
    wrapped = context if arguments.tls == "wrapped" else None
    options = {"tls_context": context, "require_starttls": True} if arguments.tls == "starttls" else {}
    with open(arguments.file, "a", encoding="utf-8") as file:
        handler = Handler(file, arguments.delay, Refusals())
        loop = asyncio.get_running_loop()
        make = lambda: Server(handler, hostname="sink.example", loop=loop, **options)
        server = await loop.create_server(make, "127.0.0.1", 0, ssl=wrapped)
        print(server.sockets[0].getsockname()[1], flush=True)
        await server.serve_forever()


asyncio.run(main())
