# SPDX-License-Identifier: Apache-2.0
"""Stands in for the server where the tool itself is tested: one report a transaction, acknowledged on a socket after the commit.
argv: database journal_mode synchronous number-of-reports"""
import os
import socket
import sqlite3
import sys
import uuid

database, mode, synchronous, reports = sys.argv[1], sys.argv[2], sys.argv[3], int(sys.argv[4])
server, reporter = socket.socketpair()
connection = sqlite3.connect(database, isolation_level=None)
for pragma in (f"journal_mode = {mode}", f"synchronous = {synchronous}", "wal_autocheckpoint = 50"):
    connection.execute(f"PRAGMA {pragma}")
connection.execute("CREATE TABLE concern (id TEXT PRIMARY KEY, body BLOB)")
for number in range(reports):
    name = str(uuid.UUID(int=number + 1))
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("INSERT INTO concern VALUES (?, ?)", (name, os.urandom(1500)))
    connection.execute("COMMIT")
    server.sendmsg([b"HTTP/1.1 201 Created\r\n\r\n", b'{"id": "%s"}' % name.encode()])
    reporter.recv(4096)
os._exit(0)  # as a power cut leaves it: nothing closed, nothing checkpointed
