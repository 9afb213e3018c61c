# SPDX-License-Identifier: Apache-2.0
"""Bytes to a socket and what came back: requests that no HTTP library would let a test send."""
from __future__ import annotations

import re
import socket
import time
from dataclasses import dataclass


@dataclass
class Answer:
    status: int | None      # the last status line seen; None where the server closed or said nothing
    seconds: float
    closed: bool            # whether the server closed, or the wait ran out
    raw: bytes

    @property
    def text(self) -> str:
        return self.raw.decode("utf-8", "replace")


def exchange(port: int, *parts: bytes, wait: float = 2.0, half_close: bool = False) -> Answer:
    """Sends the parts, then reads until a whole answer, the server's close, or `wait` seconds. A server that stops reading
    (because it has already refused) is no error here."""
    began = time.monotonic()
    with socket.create_connection(("127.0.0.1", port), timeout=wait) as connection:
        try:
            for part in parts:
                connection.sendall(part)
            if half_close:
                connection.shutdown(socket.SHUT_WR)
        except (BrokenPipeError, ConnectionResetError, TimeoutError):
            pass
        raw, closed = b"", False
        deadline = began + wait
        while not whole(raw) and (left := deadline - time.monotonic()) > 0:
            connection.settimeout(left)
            try:
                piece = connection.recv(65536)
            except TimeoutError:
                break
            except ConnectionResetError:
                piece = b""
            if not piece:
                closed = True
                break
            raw += piece
    found = re.findall(rb"HTTP/1\.[01] (\d\d\d)", raw)
    return Answer(int(found[-1]) if found else None, time.monotonic() - began, closed, raw)


def whole(raw: bytes) -> bool:
    """Whether the bytes hold one complete answer with a known length."""
    head, gap, body = raw.partition(b"\r\n\r\n")
    if not gap:
        return False
    if re.match(rb"HTTP/1\.[01] (1\d\d|204|304)", head):
        return not head.startswith(b"HTTP/1.1 100")
    length = re.search(rb"(?i)\r\ncontent-length:\s*(\d+)", head)
    if length:
        return len(body) >= int(length[1])
    return b"chunked" in head.lower() and body.endswith(b"0\r\n\r\n")


def request(method: str, path: str, body: bytes = b"", **headers: str) -> bytes:
    """One well-formed request; header names are written with `_` for `-`."""
    lines = [f"{method} {path} HTTP/1.1", "Host: 127.0.0.1", *(f"{name.replace('_', '-')}: {value}" for name, value in headers.items())]
    if body or method in ("POST", "PUT", "PATCH"):
        lines.append(f"Content-Length: {len(body)}")
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + body
