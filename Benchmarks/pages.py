# SPDX-License-Identifier: Apache-2.0
"""Desks at work: clients, each a co-ordinator with an account of their own, that ask for a page once a second, the queue and one concern
in turn."""
from __future__ import annotations

import http.client
import threading
import time


class Reading:
    """Latencies in ms for each kind of page, and answers that were not 200."""

    def __init__(self):
        self.latencies: dict[str, list[float]] = {}
        self.failed: dict[str, int] = {}
        self.lock = threading.Lock()

    def note(self, kind: str, milliseconds: float, good: bool) -> None:
        with self.lock:
            self.latencies.setdefault(kind, []).append(milliseconds)
            self.failed[kind] = self.failed.get(kind, 0) + (not good)


def read_pages(port: int, desks: list[tuple[str, dict[str, list[str]]]], seconds: float = 30) -> Reading:
    """Each of `desks` is one client: its session cookie and the addresses of each kind that it may open. A client goes through the kinds in
    turn, one request a second."""
    clients = len(desks)
    reading, begin = Reading(), time.monotonic() + 0.5

    def client(number: int, cookie: str, paths: dict[str, list[str]]) -> None:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
        due, turn = begin + number / clients, number
        while due < begin + seconds:
            time.sleep(max(0.0, due - time.monotonic()))
            kind = list(paths)[turn % len(paths)]
            path = paths[kind][(turn * 7 + number) % len(paths[kind])]
            # Counted from when the request was due, so that a stall counts for every request that it delays.
            try:
                connection.request("GET", path, headers={"Cookie": cookie})
                answer = connection.getresponse()
                answer.read()
                good = answer.status == 200
            except (OSError, http.client.HTTPException):
                connection.close()
                good = False
            reading.note(kind, (time.monotonic() - due) * 1000, good)
            due, turn = due + 1, turn + 1
        connection.close()

    threads = [threading.Thread(target=client, args=(number, *desk)) for number, desk in enumerate(desks)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return reading
