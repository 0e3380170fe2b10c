"""What the server says of the shell that phones keep of their page: how long, and which pages."""

import re

from tests.support.browsing import Browser, enter, lead
from tests.support.remote import Workshop

OFFLINE = "Tablee-Offline"


def test_only_a_phones_page_is_kept_and_only_while_the_day_is_open(
    workshop: Workshop, visitor: Browser
) -> None:
    code = workshop.code
    assert OFFLINE not in visitor.open(f"/w/{code}").headers, "the door"
    lead(workshop, visitor)
    enter(visitor, code)
    kept = [f"/w/{code}", f"/w/{code}/table/1"]
    others = ["/", f"/w/{code}/facilitate", f"/w/{code}/screen", f"/w/{code}/notice", "/w/ZZZZZZ"]
    assert [visitor.open(one).headers.get(OFFLINE) for one in kept] == ["keep", "keep"]
    assert not [one for one in others if OFFLINE in visitor.open(one).headers]
    workshop.facilitator.do("workshop.close")
    assert not [one for one in kept if OFFLINE in visitor.open(one).headers]
    workshop.facilitator.do("workshop.reopen")
    assert visitor.open(kept[0]).headers[OFFLINE] == "keep"


def test_the_worker_is_one_plain_script_that_may_only_ask_this_server(visitor: Browser) -> None:
    answer = visitor.open("/worker.js")
    assert answer.headers["Content-Type"].startswith("text/javascript")
    policy = answer.headers["Content-Security-Policy"].split("; ")
    assert {"default-src 'none'", "connect-src 'self'"} <= set(policy)
    assert not re.search(r"^(import|export)\b|importScripts|eval\(", answer.text, re.MULTILINE)
    assert "respondWith" in answer.text
