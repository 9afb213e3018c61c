# SPDX-License-Identifier: Apache-2.0
"""TLS in the process. The usual build has none and says so; `./test --long` builds one that has (scripts/build-release --tls) and asks
it over https, with a certificate that openssl makes."""
from __future__ import annotations

import os
import socket
import subprocess
import time
from pathlib import Path

import pytest
import requests

from house import API, House
from sentinel_server import ROOT, SentinelServer, ServerFailed

BINARY = Path(os.environ.get("SENTINEL_TLS_BINARY", ROOT / ".build/tls/release/sentinel"))
needs_tls = pytest.mark.skipif(not (os.environ.get("SENTINEL_LONG") or "SENTINEL_TLS_BINARY" in os.environ),
                               reason="the build with TLS is made and tested by ./test --long")


class SecureServer(SentinelServer):
    """A server with a certificate that this test trusts and nobody else does."""

    def __init__(self, data: Path, certificate: dict[str, str]):
        super().__init__(data, concerns=0, binary=BINARY, env=certificate)
        self.chain = certificate["SENTINEL_TLS_CHAIN_FILE"]

    @property
    def url(self) -> str:
        return f"https://127.0.0.1:{self.port}"

    def answers(self, path: str) -> bool:
        try:
            return requests.get(self.url + path, verify=self.chain, timeout=5).status_code == 200
        except requests.exceptions.ConnectionError:
            return False


def self_signed(folder: Path, name: str) -> dict[str, str]:
    """Settings that name a fresh certificate for this machine and its key."""
    chain, key = folder / f"{name}.pem", folder / f"{name}.key"
    subprocess.run(["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2",
                    "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1", "-keyout", key, "-out", chain],
                   check=True, capture_output=True)
    return {"SENTINEL_TLS_CHAIN_FILE": str(chain), "SENTINEL_TLS_KEY_FILE": str(key)}


@pytest.fixture(scope="module")
def certificate(tmp_path_factory) -> dict[str, str]:
    return self_signed(tmp_path_factory.mktemp("certificate"), "server")


@pytest.fixture(scope="module")
def secure(tmp_path_factory, certificate):
    server = SecureServer(tmp_path_factory.mktemp("secure") / "store", certificate)
    yield server.start()
    assert server.stop() == 0, server.tail()


def refusal(server: SentinelServer) -> str:
    """What a server says that does not start."""
    with pytest.raises(ServerFailed) as told:
        server.start()
    return str(told.value)


def test_a_build_without_tls_refuses_a_certificate(fresh_server, certificate):
    said = refusal(fresh_server(0, start=False, env=certificate))
    assert "this build has no TLS" in said and "scripts/build-release --tls" in said


def test_half_of_the_setting_is_refused(fresh_server, certificate):
    for name, path in certificate.items():
        said = refusal(fresh_server(0, start=False, env={name: path}))
        assert "SENTINEL_TLS_CHAIN_FILE and SENTINEL_TLS_KEY_FILE go together" in said


@needs_tls
def test_pages_and_api_over_https(secure, monkeypatch):
    asked = subprocess.run(["curl", "--silent", "--fail", "--cacert", secure.chain, "--include", secure.url + "/healthz"],
                           capture_output=True, text=True)
    assert asked.returncode == 0 and "strict-transport-security:" in asked.stdout.lower(), asked
    assert subprocess.run(["curl", "--silent", secure.url + "/healthz"], capture_output=True).returncode == 60, "trusted without its certificate"

    monkeypatch.setenv("REQUESTS_CA_BUNDLE", secure.chain)
    assert secure.link("pcso").startswith(secure.url)
    officer = House(secure).person("pcso")
    assert all(cookie.secure and cookie.name.startswith("__Host-") for cookie in officer.session.cookies)
    assert officer.get("/report").status == 200
    report = {"standard": "west-midlands/2026", "statements": [{"answers": {"statement.text": {"value": "Seen by the station."}}}]}
    answer = API(secure.url, secure.token()).post("/api/v1/concerns", report)
    assert answer.status_code in (201, 422), answer.text


@needs_tls
def test_what_is_not_tls_is_turned_away(secure):
    with socket.create_connection(("127.0.0.1", secure.port), timeout=5) as plain:
        plain.sendall(b"GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n")
        assert not plain.recv(4096).startswith(b"HTTP/1.1 2")
    for version, answer in (("1.1", 35), ("1.2", 0)):
        curl = ["curl", "--silent", "--cacert", secure.chain, "--tlsv1", "--tls-max", version, "--ciphers", "DEFAULT@SECLEVEL=0"]
        assert subprocess.run([*curl, secure.url + "/healthz"], capture_output=True).returncode == answer, f"TLS {version}"


@needs_tls
def test_who_never_shakes_hands_is_let_go(secure):
    began = time.monotonic()
    with socket.create_connection(("127.0.0.1", secure.port), timeout=20) as silent:
        assert silent.recv(1) == b""
    assert time.monotonic() - began < 15
    assert secure.answers("/healthz")


@needs_tls
def test_files_that_are_no_pair_are_named(tmp_path, certificate):
    other = self_signed(tmp_path, "other")
    empty = tmp_path / "empty.pem"
    empty.touch()
    wrong = [({**certificate, "SENTINEL_TLS_KEY_FILE": other["SENTINEL_TLS_KEY_FILE"]}, "is not the key of the certificate"),
             ({**certificate, "SENTINEL_TLS_KEY_FILE": str(empty)}, "SENTINEL_TLS_KEY_FILE holds no private key"),
             ({**certificate, "SENTINEL_TLS_CHAIN_FILE": str(empty)}, "SENTINEL_TLS_CHAIN_FILE holds no certificate")]
    for number, (settings, sentence) in enumerate(wrong):
        assert sentence in refusal(SecureServer(tmp_path / str(number) / "store", settings))
