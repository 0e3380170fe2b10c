"""A bad network between phones and server: late, cut, cut in the middle, frozen, half open.

What arrives is what was sent, as TCP promises; only when, and how far, is the weather's.
"""

import asyncio
import threading
from dataclasses import dataclass
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


class Proxy:
    """A port on the loopback that leads to another, through the weather."""

    def __init__(self, port: int, seed: int = 1) -> None:
        self.weather = Weather()
        self.torn = 0
        self._target = port
        self._random = Random(seed)  # noqa: S311 - a dice
        self._loop = asyncio.new_event_loop()
        self._tasks: set[asyncio.Task[None]] = set()
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

    def tear(self) -> None:
        """Every connection ends now, as when an access point restarts."""
        self._do(self._end(stay=True))

    def _do(self, work):  # type: ignore[no-untyped-def]
        return asyncio.run_coroutine_threadsafe(work, self._loop).result()

    async def _end(self, *, stay: bool = False) -> None:
        if not stay:
            self._server.close()
        for task in list(self._tasks):
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def _meet(self, phone: asyncio.StreamReader, back: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._tasks.add(task)
        try:
            await self._lead(phone, back)
        except (OSError, asyncio.CancelledError):
            pass
        finally:
            self._tasks.discard(task)
            back.transport.abort()

    async def _lead(self, phone: asyncio.StreamReader, back: asyncio.StreamWriter) -> None:
        answers, server = await asyncio.open_connection("127.0.0.1", self._target)
        ways = [
            asyncio.ensure_future(self._carry(phone, server, self._length(self.weather.cut))),
            asyncio.ensure_future(self._carry(answers, back, self._answer_length())),
        ]
        try:
            await asyncio.wait(ways, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for way in ways:
                way.cancel()
            server.transport.abort()

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
