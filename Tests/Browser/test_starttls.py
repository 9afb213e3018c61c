# SPDX-License-Identifier: Apache-2.0
"""Mail over STARTTLS, by the build that has TLS (`./test --long`), to a real SMTP server with a certificate: it goes under TLS and holds
no word about a person. A relay elsewhere that offers no TLS, or a certificate that is not believed, is given nothing."""
from __future__ import annotations

import re
import socket
import threading

import pytest
from aiosmtpd.smtp import AuthResult

from certificates import DAY, Authority
from house import API, wait_until
from mail_relay import MailRelay, text_of
from reports import report
from sentinel_server import SentinelServer
from test_tls import BINARY, needs_tls

pytestmark = [needs_tls, pytest.mark.timeout(300)]
# This machine by its name, which does not say that it is this machine: a relay elsewhere, as the server takes it.
ELSEWHERE = socket.gethostname()


def is_here(name: str) -> bool:
    try:
        return socket.gethostbyname(name) == "127.0.0.1"
    except OSError:
        return False


needs_a_name = pytest.mark.skipif(not is_here(ELSEWHERE) or ELSEWHERE.startswith(("127.", "localhost")),
                                  reason="this machine's name does not lead to 127.0.0.1")


@pytest.fixture(scope="module")
def authority(tmp_path_factory) -> Authority:
    return Authority(tmp_path_factory.mktemp("authority"), "authority")


@pytest.fixture(scope="module")
def stranger(tmp_path_factory) -> Authority:
    return Authority(tmp_path_factory.mktemp("stranger"), "stranger")


@pytest.fixture
def relay():
    """Makes relays: `relay(context, host=…)`; ended with the test."""
    made: list[MailRelay] = []

    def make(context=None, **options) -> MailRelay:
        made.append(MailRelay(**options, **({"tls_context": context, "require_starttls": True} if context else {})))
        return made[-1]

    yield make
    for one in made:
        one.stop()


def with_authority(relay, authority: Authority) -> dict[str, str]:
    return {**relay.settings(), "SENTINEL_SMTP_CA_FILE": str(authority.file)}


def doctor(tmp_path, settings: dict[str, str]) -> str:
    """What doctor says of a relay: it greets it as the sender of messages does."""
    server = SentinelServer(tmp_path / "store", binary=BINARY, env=settings)
    return server.command("doctor", "--data", str(server.data), check=False).stdout


def signs_in(server, session, envelope, mechanism, data) -> AuthResult:
    return AuthResult(success=mechanism == "PLAIN" and (data.login, data.password) == (b"sentinel", b"its password"), handled=False)


def mailed(fresh_server, settings: dict[str, str]) -> SentinelServer:
    """A server with something to send at once: the region's own passed limits climb."""
    server = fresh_server(concerns=20, binary=BINARY, env=settings)
    assert API(server.url, server.token()).report(report(1))["reference"]
    return server


@needs_a_name
def test_mails_go_under_tls_and_hold_nothing_about_people(fresh_server, relay, authority, tmp_path):
    secure = relay(authority.server(ELSEWHERE), host=ELSEWHERE, authenticator=signs_in, auth_required=True)
    password = tmp_path / "password"
    password.write_text("its password\n")
    server = mailed(fresh_server, {**with_authority(secure, authority), "SENTINEL_SMTP_USER": "sentinel",
                                   "SENTINEL_SMTP_PASSWORD_FILE": str(password)})
    wait_until(lambda: len(secure.mails) >= 2, within=120, every=0.2)
    assert all(secure.kept.under_tls)
    told = {(mail["Subject"], re.sub(r"https?://\S+", "LINK", text_of(mail))) for mail in secure.mails}
    # Whole sentences, the same for everybody; nothing but the link differs, and the link names a page.
    assert len(told) <= len({mail["Subject"] for mail in secure.mails})
    assert all("holds no details on purpose" in words and "LINK" in words for _, words in told)
    references = {row[0] for row in server.rows("SELECT reference FROM concern")}
    assert not any(reference in mail.as_string() for mail in secure.mails for reference in references)
    assert server.stop(within=60) == 0


@needs_a_name
@pytest.mark.parametrize("wrong", ["unknown authority", "another name", "over", None])
def test_a_certificate_that_is_not_believed_is_given_nothing(tmp_path, relay, authority, stranger, wrong):
    context = {"unknown authority": lambda: stranger.server(ELSEWHERE), "another name": lambda: authority.server("relay.example.org"),
               "over": lambda: authority.server(ELSEWHERE, ends=-DAY), None: lambda: authority.server(ELSEWHERE)}[wrong]()
    said = doctor(tmp_path, with_authority(relay(context, host=ELSEWHERE), authority))
    assert ("takes no mail: bad_certificate" if wrong else f"The mail relay {ELSEWHERE}:") in said, said
    assert ("answers" in said) == (wrong is None)


@pytest.mark.parametrize("name", ["127.0.0.1", "127.0.0.2"])
def test_a_relay_by_its_address_must_be_named_in_its_certificate(tmp_path, relay, authority, name):
    said = doctor(tmp_path, with_authority(relay(authority.server(name)), authority))
    assert ("takes no mail: bad_certificate" in said) == (name != "127.0.0.1"), said


@needs_a_name
def test_a_relay_elsewhere_without_tls_is_given_nothing(fresh_server, relay):
    clear = relay(host=ELSEWHERE)
    server = mailed(fresh_server, clear.settings())
    wait_until(lambda: server.rows("SELECT count(*) FROM outbox_message WHERE last_error = 'no_tls'")[0][0] > 0, within=120, every=0.2)
    assert not clear.mails
    assert "takes no mail: no_tls" in server.command("doctor", "--data", str(server.data), check=False).stdout
    # The same relay as one on this machine is spoken to in clear.
    assert "takes no mail" not in doctor(server.data.parent, {**clear.settings(), "SENTINEL_SMTP_HOST": "127.0.0.1"})


def test_a_wrong_password_is_told(tmp_path, relay, authority):
    secure = relay(authority.server("127.0.0.1"), authenticator=signs_in, auth_required=True)
    settings = {**with_authority(secure, authority), "SENTINEL_SMTP_USER": "sentinel", "SENTINEL_SMTP_PASSWORD": "another"}
    assert "takes no mail: not_signed_in" in doctor(tmp_path, settings)
    assert "takes no mail" not in doctor(tmp_path, {**settings, "SENTINEL_SMTP_PASSWORD": "its password"})


def test_what_somebody_between_adds_in_clear_is_not_believed(tmp_path, authority):
    """An answer that came with that to STARTTLS came in clear: whoever put it there would speak for the relay under TLS."""
    listener = socket.create_server(("127.0.0.1", 0))

    def speak() -> None:
        answers = {b"EHLO": b"250-relay\r\n250 STARTTLS\r\n", b"STAR": b"220 go on\r\n250 AUTH PLAIN\r\n"}
        call, _ = listener.accept()
        call.sendall(b"220 relay\r\n")
        while line := call.recv(1_000):
            call.sendall(answers.get(line[:4], b"502 what\r\n"))

    speaker = threading.Thread(target=speak, daemon=True)
    speaker.start()
    settings = {"SENTINEL_SMTP_HOST": "127.0.0.1", "SENTINEL_SMTP_PORT": str(listener.getsockname()[1]),
                "SENTINEL_SMTP_FROM": "sentinel@example.org", "SENTINEL_SMTP_CA_FILE": str(authority.file)}
    assert "takes no mail: not_smtp" in doctor(tmp_path, settings)
    listener.close()
