# SPDX-License-Identifier: Apache-2.0
"""Relays for tests: a real SMTP server that keeps what it is given, and one that takes the call and says nothing."""
from __future__ import annotations

import email
import email.policy
import socket
import threading

from aiosmtpd.controller import Controller

from house import wait_until


class Kept:
    """What aiosmtpd asks for each mail."""

    def __init__(self):
        self.mails: list[email.message.EmailMessage] = []
        self.refuse = 0
        self.under_tls: list[bool] = []

    async def handle_DATA(self, server, session, envelope):
        if self.refuse > 0:
            self.refuse -= 1
            return "451 not now"
        message = email.message_from_bytes(envelope.content, policy=email.policy.default)
        self.under_tls.append(session.ssl is not None)
        message["X-To"] = ", ".join(envelope.rcpt_tos)
        self.mails.append(message)
        return "250 taken"


class MailRelay:
    """aiosmtpd on a free port of this machine. `host` is how the server is told of it; `options` are aiosmtpd's own."""

    def __init__(self, host: str = "127.0.0.1", **options):
        self.kept, self.host = Kept(), host
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        self.controller = Controller(self.kept, hostname="127.0.0.1", port=self.port, **options)
        self.controller.start()

    @property
    def mails(self) -> list[email.message.EmailMessage]:
        return list(self.kept.mails)

    def settings(self) -> dict[str, str]:
        return {"SENTINEL_SMTP_HOST": self.host, "SENTINEL_SMTP_PORT": str(self.port), "SENTINEL_SMTP_FROM": "sentinel@example.org"}

    def wait_for(self, subject: str, to: str = "", within: float = 90) -> email.message.EmailMessage:
        """The first mail with these words in its subject, to an address that begins so."""
        def found():
            return next((m for m in self.mails if subject in m["Subject"] and m["X-To"].startswith(to)), None)
        return wait_until(found, within=within, every=0.1)

    def stop(self) -> None:
        self.controller.stop()


class SilentRelay:
    """Takes every call and never says a word: what a stalled relay looks like."""

    def __init__(self):
        self.host = "127.0.0.1"
        self.listener = socket.create_server((self.host, 0), backlog=100)
        self.port = self.listener.getsockname()[1]
        self.calls: list[socket.socket] = []
        threading.Thread(target=self._take, daemon=True).start()

    def _take(self) -> None:
        while True:
            try:
                self.calls.append(self.listener.accept()[0])
            except OSError:
                return

    settings = MailRelay.settings

    def stop(self) -> None:
        self.listener.close()
        for call in self.calls:
            call.close()


def text_of(mail: email.message.EmailMessage) -> str:
    return mail.get_content().replace("\r\n", "\n")
