# SPDX-License-Identifier: Apache-2.0
"""An authority for tests, and the certificates that it signs: right ones, and wrong in one way each."""
from __future__ import annotations

import datetime
import ipaddress
import ssl
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

DAY = datetime.timedelta(days=1)


class Authority:
    """Known to whoever is given its file."""

    def __init__(self, folder: Path, name: str):
        self.folder, self.file = folder, folder / f"{name}.pem"
        self.name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
        self.key = ec.generate_private_key(ec.SECP256R1())
        self.made = 0
        own = self._sign(self.name, self.key, DAY, x509.BasicConstraints(ca=True, path_length=0))
        self.file.write_bytes(own.public_bytes(serialization.Encoding.PEM))

    def server(self, *names: str, ends: datetime.timedelta = DAY) -> ssl.SSLContext:
        """A server's side of TLS for these names or addresses; `ends` from now, before now for one that is over."""
        key = ec.generate_private_key(ec.SECP256R1())
        signed = self._sign(x509.Name([]), key, ends, x509.SubjectAlternativeName([general(name) for name in names]))
        self.made += 1
        place = self.folder / f"{self.file.stem}-{self.made}.both"
        place.write_bytes(signed.public_bytes(serialization.Encoding.PEM) + key.private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()))
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(place)
        return context

    def _sign(self, subject: x509.Name, key, ends: datetime.timedelta, extension: x509.ExtensionType) -> x509.Certificate:
        now = datetime.datetime.now(datetime.timezone.utc)
        return (x509.CertificateBuilder().subject_name(subject).issuer_name(self.name).public_key(key.public_key())
                .serial_number(x509.random_serial_number()).not_valid_before(now - 9 * DAY).not_valid_after(now + ends)
                .add_extension(extension, critical=True).sign(self.key, hashes.SHA256()))


def general(name: str) -> x509.GeneralName:
    try:
        return x509.IPAddress(ipaddress.ip_address(name))
    except ValueError:
        return x509.DNSName(name)
