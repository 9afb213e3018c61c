# SPDX-License-Identifier: Apache-2.0
"""Malformed and hostile HTTP: a clear 4xx or a closed connection, never a 5xx, never a wait, never memory that stays.

Everything goes to this session's own server on loopback; counts and times are bounded."""
from __future__ import annotations

import json
import random
import socket
import threading
import time
import uuid

import pytest

from door import tell
from raw_http import Answer, exchange, request

API = "/api/v1/concerns"
JSON, FORM = "application/json", "application/x-www-form-urlencoded"


def post(token: str, body: bytes, kind: str = JSON, path: str = API) -> bytes:
    return request("POST", path, body, Content_Type=kind, Authorization=f"Bearer {token}", Idempotency_Key=str(uuid.uuid4()))


BODIES = {
    "not UTF-8": b'{"narrative": "\xff\xfe\xc3\x28"}',
    "overlong UTF-8": b'{"narrative": "\xc0\xaf"}',
    "lone surrogate": b'{"narrative": "\\ud800"}',
    "NUL in text": b'{"narrative": "a\\u0000b"}',
    "empty": b"",
    "only white space": b" " * 1000,
    "no JSON": b"hello",
    "cut off": b'{"narrative": "',
    "an array": b"[]",
    "a number": b"1e400",
    "null": b"null",
    "deep arrays": b"[" * 100_000 + b"]" * 100_000,
    "deep objects": b'{"a":' * 50_000 + b"1" + b"}" * 50_000,
    "10,000 fields": json.dumps({f"field{n}": n for n in range(10_000)}).encode(),
    "same key 10,000 times": b"{" + b",".join(b'"narrative":"x"' for _ in range(10_000)) + b"}",
    "10 MB": json.dumps({"narrative": "x" * 10_000_000}).encode(),
    "10,000 people": json.dumps({"narrative": "x", "people": [{}] * 10_000}).encode(),
    "wrong types": b'{"narrative": {"a": [1, null, true]}, "people": "none", "crime": 7}',
    "huge number": b'{"narrative": "x", "age": ' + b"9" * 5000 + b"}",
    "byte order mark": b"\xef\xbb\xbf{}",
    "UTF-16": '{"narrative":"x"}'.encode("utf-16"),
}
# Odd, but a server may take these as a report; all others hold nothing that could be one.
MAY_BE_A_REPORT = {"NUL in text", "same key 10,000 times", "UTF-16"}


@pytest.mark.parametrize("name", BODIES)
def test_api_refuses_a_bad_body(server, token, name):
    answer = exchange(server.port, post(token, BODIES[name]))
    refused(answer, allow_close=name == "10 MB")
    if answer.status is not None and name not in MAY_BE_A_REPORT:
        assert 400 <= answer.status < 500, f"{name}: {answer.text[:300]}"


@pytest.mark.parametrize("name,body", {
    "not UTF-8": b"user=%ff%fe%c3%28&password=%80",
    "raw bytes": b"user=\xff\xfe&password=\x00",
    "broken escapes": b"user=%&password=%zz&%=%",
    "10,000 fields": b"&".join(b"f%d=1" % n for n in range(10_000)),
    "10 MB": b"user=" + b"x" * 10_000_000,
    "no equals": b"&&&&==&=&",
}.items())
def test_forms_refuse_a_bad_body(server, name, body):
    for path in ("/sign-in", "/report"):
        refused(exchange(server.port, request("POST", path, body, Content_Type=FORM)), allow_close=name == "10 MB")


REQUESTS = {
    "two lengths": b"POST /api/v1/concerns HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\nContent-Length: 5\r\n\r\n{}abc",
    "length and chunks": b"POST /api/v1/concerns HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
    "negative length": b"POST /api/v1/concerns HTTP/1.1\r\nHost: a\r\nContent-Length: -5\r\n\r\n",
    "huge length": b"POST /api/v1/concerns HTTP/1.1\r\nHost: a\r\nContent-Length: 99999999999999999999\r\n\r\n{}",
    "bad chunk size": b"POST /api/v1/concerns HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n",
    "huge chunk size": b"POST /api/v1/concerns HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nffffffffffffffffff\r\n{}\r\n0\r\n\r\n",
    "chunks after chunks": b"POST /api/v1/concerns HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked, chunked\r\n\r\n0\r\n\r\n",
    "TRACE": b"TRACE / HTTP/1.1\r\nHost: a\r\nX-Secret: canary-trace\r\n\r\n",
    "TRACK": b"TRACK / HTTP/1.1\r\nHost: a\r\n\r\n",
    "CONNECT": b"CONNECT 127.0.0.1:1 HTTP/1.1\r\nHost: a\r\n\r\n",
    "unknown method": b"BREW / HTTP/1.1\r\nHost: a\r\n\r\n",
    "no host": b"GET / HTTP/1.1\r\n\r\n",
    "two hosts": b"GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
    "no version": b"GET /\r\n\r\n",
    "version 9": b"GET / HTTP/9.9\r\nHost: a\r\n\r\n",
    "bare line feeds": b"GET / HTTP/1.1\nHost: a\n\n",
    "space before colon": b"GET / HTTP/1.1\r\nHost : a\r\n\r\n",
    "folded header": b"GET / HTTP/1.1\r\nHost: a\r\nX-A: b\r\n c\r\n\r\n",
    "NUL in header": b"GET / HTTP/1.1\r\nHost: a\r\nX-A: b\x00c\r\n\r\n",
    "bytes in header": b"GET / HTTP/1.1\r\nHost: a\r\nCookie: \xff\xfe=\x80\r\n\r\n",
    "1 MB header": b"GET / HTTP/1.1\r\nHost: a\r\nX-A: " + b"a" * 1_000_000 + b"\r\n\r\n",
    "10,000 headers": b"GET / HTTP/1.1\r\nHost: a\r\n" + b"".join(b"X-%d: 1\r\n" % n for n in range(10_000)) + b"\r\n",
    "1 MB address": b"GET /" + b"a" * 1_000_000 + b" HTTP/1.1\r\nHost: a\r\n\r\n",
    "address not UTF-8": b"GET /%ff%fe/%c0%af HTTP/1.1\r\nHost: a\r\n\r\n",
    "raw bytes in address": b"GET /\xff\xfe HTTP/1.1\r\nHost: a\r\n\r\n",
    "climbing out": b"GET /../../../../etc/passwd HTTP/1.1\r\nHost: a\r\n\r\n",
    "climbing out, escaped": b"GET /assets/%2e%2e/%2e%2e/%2e%2e/etc/passwd HTTP/1.1\r\nHost: a\r\n\r\n",
    "NUL in address": b"GET /assets/%00 HTTP/1.1\r\nHost: a\r\n\r\n",
    "10,000 parameters": b"GET /?" + b"&".join(b"q%d=1" % n for n in range(2_000)) + b" HTTP/1.1\r\nHost: a\r\n\r\n",
    "absolute address": b"GET http://example.org/ HTTP/1.1\r\nHost: a\r\n\r\n",
    "random bytes": bytes(random.Random(7).randbytes(4096)),
    "TLS hello": b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + bytes(500),
    "HTTP/2 preface": b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
    "100,000 bad tokens": b"GET /api/v1/concerns HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer " + b"A" * 7000 + b"\r\n\r\n",
}
# What a server may do with a request head that never ends is wait for the deadline it has for heads.
UNFINISHED = {"bare line feeds"}


@pytest.mark.parametrize("name", REQUESTS)
def test_a_bad_request(server, name):
    answer = exchange(server.port, REQUESTS[name], wait=4)
    refused(answer, allow_close=True, may_wait=name in UNFINISHED)
    assert b"canary-trace" not in answer.raw, "TRACE echoes headers"
    assert b"root:" not in answer.raw


@pytest.mark.timeout(120)
def test_half_a_request_is_closed_within_its_deadline(server):
    """Half headers, half a body, and nothing at all: the server closes them, and others are served meanwhile."""
    starts = [b"GET / HTTP/1.1\r\nHost: a\r\n", b"POST /api/v1/concerns HTTP/1.1\r\nHost: a\r\nContent-Length: 100\r\n\r\n{", b"", b"G"]
    held = []
    for start in starts * 25:
        connection = socket.create_connection(("127.0.0.1", server.port), timeout=5)
        connection.sendall(start)
        held.append(connection)
    assert exchange(server.port, request("GET", "/healthz")).status == 200
    deadline = time.monotonic() + 75
    for connection in held:
        connection.settimeout(max(0.1, deadline - time.monotonic()))
        try:
            while connection.recv(65536):
                pass
        except ConnectionResetError:
            pass
        except TimeoutError:
            pytest.fail("a half-sent request was still held after 75 s")
        finally:
            connection.close()


def test_slow_senders_do_not_hold_up_others(server):
    """200 connections send one byte at a time; a whole request still answers at once."""
    stop = threading.Event()
    dribbling = [socket.create_connection(("127.0.0.1", server.port), timeout=5) for _ in range(200)]

    def dribble():
        for byte in b"GET / HTTP/1.1\r\nX-Slow: " + b"a" * 400:
            if stop.wait(0.05):
                return
            for connection in dribbling:
                try:
                    connection.send(bytes([byte]))
                except OSError:
                    pass

    sender = threading.Thread(target=dribble)
    sender.start()
    try:
        slowest = max(exchange(server.port, request("GET", "/healthz")).seconds for _ in range(50))
    finally:
        stop.set()
        sender.join()
        for connection in dribbling:
            connection.close()
    assert slowest < 1, f"a whole request took {slowest:.2f} s beside 200 slow ones"


def connect(port: int, source: str, *parts: bytes) -> socket.socket:
    connection = socket.create_connection(("127.0.0.1", port), timeout=10, source_address=(source, 0))
    for part in parts:
        connection.sendall(part)
    return connection


def is_closed(connection: socket.socket) -> bool:
    connection.settimeout(0)
    try:
        return connection.recv(1) == b""
    except BlockingIOError:
        return False
    except OSError:
        return True


@pytest.mark.parametrize("start", [b"", b"GET / HTTP/1.1\r\nHost: a\r\n"], ids=["silent", "half a head"])
def test_thousands_of_connections_from_one_address_keep_nobody_out(server, start):
    """More connections than the server holds, from one address: a child who is half through sending is not cut off, a new one is served
    at once, and it is the attacker's own that are closed."""
    body = b"statement.text=He+waits+at+the+gate.&send=yes"
    whole_request = request("POST", "/advice/page/2", body, Content_Type=FORM, Sec_Fetch_Site="same-origin")
    first, rest = whole_request[:-20], whole_request[-20:]
    child = connect(server.port, "127.0.0.5", first)
    attackers = [connect(server.port, "127.0.0.66", first)]
    try:
        attackers += [connect(server.port, "127.0.0.66", start) for _ in range(2_300)]
        answer = exchange(server.port, request("GET", "/healthz"))
        assert answer.status == 200 and answer.seconds < 2
        told = tell(server.port, "A new child.", source="127.0.0.7")
        assert told.code and told.seconds < 5, told
        child.sendall(rest)
        assert child.recv(65536).startswith(b"HTTP/1.1 303")
        assert is_closed(attackers[0]), "the attacker's own half-sent request was kept"
        closed = sum(is_closed(one) for one in attackers)
        assert closed > 250, closed
    finally:
        for one in [child, *attackers]:
            one.close()


@pytest.mark.timeout(900)
def test_malformed_at_random(server, token, long):
    """Valid requests with bytes changed, cut and doubled, from five seeds: no 5xx, an answer or a close within 2 s, memory flat."""
    good = post(token, json.dumps({"narrative": "Seen at the bus station again."}).encode())
    seeds, each = (5, 4_000) if long else (5, 200)
    bad = []
    before = settled_memory(server)
    for seed in range(seeds):
        chance = random.Random(seed)
        for number in range(each):
            answer = exchange(server.port, mutated(good, chance), half_close=True, wait=3)
            if (answer.status or 400) >= 500 or answer.seconds > 2:
                bad.append((seed, number, answer.status, round(answer.seconds, 1)))
    assert not bad, f"{len(bad)} of {seeds * each} (seed, number, status, seconds): {bad[:10]}"
    assert server.running()
    grown = settled_memory(server) - before
    assert grown < 20_000, f"memory grew by {grown} kB"


@pytest.mark.timeout(300)
def test_memory_is_flat_under_large_bodies(server, token):
    """Fifty bodies of 10 MB, some valid JSON: refused, and the memory is given back."""
    body = post(token, BODIES["10 MB"])
    before = settled_memory(server)
    for _ in range(50):
        refused(exchange(server.port, body, wait=5), allow_close=True)
    now = server.memory()
    assert now["VmRSS"] - before < 20_000, f"memory grew by {now['VmRSS'] - before} kB"


def refused(answer: Answer, *, allow_close: bool = False, may_wait: bool = False) -> None:
    assert answer.status is None or answer.status < 500, answer.text[:300]
    if answer.status is None:
        assert (answer.closed and allow_close) or may_wait, f"no answer after {answer.seconds:.1f} s"
    assert answer.seconds < 2 or may_wait, f"{answer.status} took {answer.seconds:.1f} s"


def mutated(data: bytes, chance: random.Random) -> bytes:
    changed = bytearray(data)
    for _ in range(chance.randint(1, 6)):
        at = chance.randrange(len(changed))
        match chance.randrange(5):
            case 0: changed[at] = chance.randrange(256)
            case 1: del changed[at:at + chance.randint(1, 20)]
            case 2: changed[at:at] = changed[at:at + chance.randint(1, 50)]
            case 3: changed[at:at] = chance.choice([b"\r\n", b"\x00", b"\xff\xfe", b": ", b"\r\n\r\n", b"%00", b"{" * 50])
            case 4: del changed[max(1, at):]
        if not changed:
            return b"\r\n"
    return bytes(changed)


def settled_memory(server) -> int:
    """Resident memory after a few ordinary requests, in kB."""
    for _ in range(20):
        exchange(server.port, request("GET", "/healthz"))
    return server.memory()["VmRSS"]
