"""A bad network between phones and server: late, cut, cut in the middle, frozen, half open.

What arrives is what was sent, as TCP promises; only when, and how far, is the weather's.
"""

import asyncio
import threading
from dataclasses import dataclass, field
from random import Random
from typing import Self

CHUNK = 4096


@dataclass
class Weather:
    """How the network is now; changed from any thread. Times in seconds, odds from 0 to 1."""

    delay: float = 0.0
    #: A connection is torn off at a random byte, in the middle of whatever is on its way.
    cut: float = 0.0
    #: The request goes through, the answer is torn off.
    lost_answers: float = 0.0
    #: Nothing passes and nothing ends: a phone that walked out of reach.
    frozen: bool = False


@dataclass
class _Line:
    """A phone's connection; `gone` is whose end of it is no more while the other goes on."""

    phone: asyncio.StreamReader
    back: asyncio.StreamWriter
    left: asyncio.Event = field(default_factory=asyncio.Event)
    gone: str = ""


class Proxy:
    """A port on the loopback that leads to another, through the weather."""

    def __init__(self, port: int = 0, seed: int = 1) -> None:
        self.weather = Weather()
        self.torn = self.halved = 0
        self._target = port
        self._random = Random(seed)  # noqa: S311 - a dice
        self._loop = asyncio.new_event_loop()
        self._lines: dict[asyncio.Task[None], _Line] = {}
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)
        self._thread.start()
        self._server = self._do(asyncio.start_server(self._meet, "127.0.0.1", 0))
        self.port: int = self._server.sockets[0].getsockname()[1]

    def __enter__(self) -> Self:
        """Let through."""
        return self

    def __exit__(self, *_: object) -> None:
        """Tear everything down."""
        self._do(self._end())
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    @property
    def root(self) -> str:
        """The server's address as phones know it."""
        return f"http://127.0.0.1:{self.port}"

    def lead_to(self, port: int) -> None:
        """The server is there from now on."""
        self._target = port

    def tear(self, share: float = 1.0) -> None:
        """Connections end now, as when an access point restarts; all of them, or some."""
        self._do(self._end(share, stay=True))

    def phones_vanish(self, share: float = 1.0) -> None:
        """Half open: the phones' ends are gone, and nobody tells the server."""
        self._loop.call_soon_threadsafe(self._leave, "phone", share)

    def server_vanishes(self, share: float = 1.0) -> None:
        """Half open the other way: the server's ends are gone, and nobody tells the phones."""
        self._loop.call_soon_threadsafe(self._leave, "server", share)

    def _leave(self, who: str, share: float) -> None:
        for line in self._some(share):
            line.gone = who
            line.left.set()
            self.halved += 1

    def _some(self, share: float) -> "list[_Line]":
        return [one for one in self._lines.values() if self._random.random() < share]

    def _do(self, work):  # type: ignore[no-untyped-def]
        return asyncio.run_coroutine_threadsafe(work, self._loop).result()

    async def _end(self, share: float = 1.0, *, stay: bool = False) -> None:
        if not stay:
            self._server.close()
        tasks = [task for task in self._lines if self._random.random() < share]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    async def _meet(self, phone: asyncio.StreamReader, back: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._lines[task] = line = _Line(phone, back)
        try:
            await self._lead(line)
        except (OSError, asyncio.CancelledError):
            pass
        finally:
            del self._lines[task]
            back.transport.abort()

    async def _lead(self, line: "_Line") -> None:
        answers, server = await asyncio.open_connection("127.0.0.1", self._target)
        ways = [
            asyncio.ensure_future(self._carry(line.phone, server, self._length(self.weather.cut))),
            asyncio.ensure_future(self._carry(answers, line.back, self._answer_length())),
        ]
        leaving = asyncio.ensure_future(line.left.wait())
        try:
            await asyncio.wait([*ways, leaving], return_when=asyncio.FIRST_COMPLETED)
            for way in ways:
                way.cancel()
            await asyncio.gather(*ways, return_exceptions=True)
            await self._talk_to_nobody(line, answers, server)
        finally:
            for way in (*ways, leaving):
                way.cancel()
            server.transport.abort()

    async def _talk_to_nobody(
        self, line: "_Line", answers: asyncio.StreamReader, server: asyncio.StreamWriter
    ) -> None:
        """Half of the line is gone; the other goes on until it loses patience."""
        if line.gone:
            (line.back if line.gone == "phone" else server).transport.abort()
            left = answers if line.gone == "phone" else line.phone
            while await left.read(CHUNK):
                pass

    def _length(self, odds: float) -> int | None:
        """After how many bytes this way is torn off; None for never."""
        return self._random.randrange(1, CHUNK) if self._random.random() < odds else None

    def _answer_length(self) -> int | None:
        return (
            0
            if self._random.random() < self.weather.lost_answers
            else self._length(self.weather.cut)
        )

    async def _carry(
        self, source: asyncio.StreamReader, sink: asyncio.StreamWriter, length: int | None
    ) -> None:
        while data := await source.read(CHUNK):
            await self._weather_passes()
            if length is not None and len(data) >= length:
                sink.write(data[:length])
                await sink.drain()
                self.torn += 1
                return
            length = None if length is None else length - len(data)
            sink.write(data)
            await sink.drain()

    async def _weather_passes(self) -> None:
        if self.weather.delay:
            await asyncio.sleep(self._random.uniform(0, 2 * self.weather.delay))
        while self.weather.frozen:
            await asyncio.sleep(0.02)
