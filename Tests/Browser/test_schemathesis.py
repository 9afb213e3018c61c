# SPDX-License-Identifier: Apache-2.0
"""The JSON API against its own OpenAPI document: no server error, no undocumented status, content type or shape, no hole in
authentication. schemathesis invents the requests."""
from __future__ import annotations

import os
import uuid

import pytest
import requests
import schemathesis
from hypothesis import HealthCheck, settings
from schemathesis import checks
from schemathesis.specs.openapi.checks import (content_type_conformance, ignored_auth, response_headers_conformance,
                                               response_schema_conformance, status_code_conformance)

CHECKS = [checks.not_a_server_error, status_code_conformance, content_type_conformance, response_headers_conformance,
          response_schema_conformance, ignored_auth]
EXAMPLES = 500 if os.environ.get("SENTINEL_LONG") else 40


@pytest.fixture(scope="session")
def api_schema(server):
    schema = schemathesis.openapi.from_url(f"{server.url}/api/v1/openapi.json")
    schema.config.update(base_url=server.url)
    return schema


schema = schemathesis.pytest.from_fixture("api_schema")


@schema.parametrize()
@settings(max_examples=EXAMPLES, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
def test_the_api_keeps_its_word(case, token):
    headers = {"Authorization": f"Bearer {token}"}
    if case.method.upper() not in ("GET", "HEAD") and not (case.headers or {}).get("Idempotency-Key"):
        headers["Idempotency-Key"] = str(uuid.uuid4())
    case.call_and_validate(headers=headers, checks=CHECKS, timeout=10)


def test_the_document_is_openapi_3_1_and_names_every_write(server):
    document = server.openapi()
    assert document["openapi"].startswith("3.1") and document["paths"]
    for path, operations in document["paths"].items():
        for method, operation in operations.items():
            if method in ("post", "put", "patch", "delete"):
                names = {p.get("name") for p in operation.get("parameters", []) + operations.get("parameters", [])}
                assert "Idempotency-Key" in names, f"{method.upper()} {path} does not take an Idempotency-Key"


def test_no_token_no_answer(server):
    """Every documented route refuses a stranger and a made-up token."""
    for path, operations in server.openapi()["paths"].items():
        for method in set(operations) & {"get", "post", "put", "patch", "delete"}:
            for headers in ({}, {"Authorization": "Bearer made-up"}, {"Authorization": "Basic YTpi"}):
                answer = requests.request(method, server.url + path.replace("{", "").replace("}", ""), headers=headers, timeout=10)
                open_to_all = operations[method].get("security") == []
                assert open_to_all or answer.status_code == 401, f"{method.upper()} {path} with {headers}: {answer.status_code}"
