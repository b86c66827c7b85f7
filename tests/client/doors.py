"""Requests and answers: JSON over HTTP, each on a connection of its own, without cookie, referrer or redirect.

What may pass is tried again with growing pauses; what is refused for good is a Refusal with its code.
"""

import http.client
import json
import random
import sys
import time
import urllib.error
import urllib.request

AGAIN = {408, 429}
LONGEST_PAUSE = 60


class Refusal(Exception):
    def __init__(self, status, code, title):
        super().__init__(f"{code} ({status}): {title}")
        self.status, self.code = status, code


class NoAnswer(Exception):
    """Asked again and again without an answer that settles anything."""


class NoRedirect(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_):
        return None


OPENER = urllib.request.build_opener(NoRedirect)


def ask(url, body=None, patience=600):
    """The status and the answer's JSON; a GET unless there is a body."""
    until, pause = time.monotonic() + patience, 1
    while True:
        wanted, why = attempt_or_pause(url, body)
        if why is None:
            return wanted
        wait = max(pause * random.uniform(0.75, 1.25), wanted or 0)
        if time.monotonic() + wait > until:
            raise NoAnswer(why)
        print(f"{why}; trying again in {wait:.0f} s", file=sys.stderr)
        time.sleep(wait)
        pause = min(pause * 2, LONGEST_PAUSE)


def attempt_or_pause(url, body):
    """Either (the answer, None), or (seconds asked for by the server, why to try again)."""
    try:
        return attempt(url, body), None
    except urllib.error.HTTPError as error:
        with error:
            code, title = read_problem(error)
            if error.code < 500 and error.code not in AGAIN:
                raise Refusal(error.code, code, title) from None
            return retry_after(error), f"{code} ({error.code})"
    except (OSError, http.client.HTTPException, ValueError) as error:
        return None, f"no whole answer ({error})"


def attempt(url, body):
    data = None if body is None else json.dumps(body).encode()
    headers = {"Accept": "application/json"}
    if data is not None:
        headers["Content-Type"] = "application/json"
    with OPENER.open(urllib.request.Request(url, data, headers), timeout=30) as response:
        return response.status, json.load(response)


def read_problem(error):
    try:
        problem = json.load(error)
        return str(problem["code"]), str(problem.get("title", ""))
    except (OSError, http.client.HTTPException, ValueError, TypeError, KeyError):
        return "without_code", error.reason


def retry_after(error):
    seconds = error.headers.get("Retry-After", "")
    return int(seconds) if seconds.isascii() and seconds.isdigit() else None
