"""What `serve` says while people write and vote: nothing that pairs a person, a gesture, a time."""

from pathlib import Path

from tests.support.remote import ADMIN_KEY, Workshop
from tests.support.serving import Server


def test_a_server_says_nothing_of_who_does_what(tmp_path: Path) -> None:
    with Server(tmp_path, TABLEE_ADMIN_KEY=ADMIN_KEY) as server:
        before = server.log.read_text("utf-8")
        workshop = Workshop(server.url)
        people = [workshop.join() for _ in range(3)]
        for one in people:
            one.do("contribution.post", kind="expectation", text="Un texte", anonymous=True)
            assert one.send("ballot.cast", ballot="VOT-99", paper_key="k", choices={}).status_code
            assert one.http.get(f"{server.url}/w/{workshop.code}/nothing").status_code == 404
        for one in people:
            one.close()
        said = server.log.read_text("utf-8").removeprefix(before)
    assert said == ""
