# SPDX-License-Identifier: Apache-2.0
"""A throw-away PostgreSQL server for one test: no network port, stopped and removed afterwards. It logs every statement with its
values and keeps its whole write-ahead log, so that a test sees all that Sentinel ever told it."""
from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from pathlib import Path


class PostgresCluster:
    def __init__(self):
        installed = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: int(path.parent.name), reverse=True)
        if not installed:
            raise AssertionError("PostgreSQL is not installed: run scripts/install-system test")
        self.programs = installed[0]
        self.folder = Path(tempfile.mkdtemp(prefix="sentinel-canary-pg-"))
        self.data, self.log = self.folder / "data", self.folder / "log"
        if os.geteuid() == 0:
            shutil.chown(self.folder, "postgres")
        self._run("initdb", "--pgdata", self.data, "--username", "postgres", "--auth", "trust", "--encoding", "UTF8", "--locale", "C",
                  "--no-sync", "--wal-segsize", "1")
        options = f"-k {self.folder} -c listen_addresses='' -c log_statement=all -c log_parameter_max_length=-1 -c wal_keep_size=1024"
        self._run("pg_ctl", "--pgdata", self.data, "--wait", "--log", self.log, "--options", options, "start")

    def _run(self, program: str, *arguments: object) -> bytes:
        """One of the server's programs, which refuse to run as root."""
        command = [str(self.programs / program), *map(str, arguments)]
        if os.geteuid() == 0:
            command = ["runuser", "-u", "postgres", "--", *command]
        # What pg_ctl starts keeps its output open: it must not be a pipe that is waited for.
        with open(self.folder.with_suffix(".told"), "w+b") as told:
            done = subprocess.run(command, stdin=subprocess.DEVNULL, stdout=told, stderr=subprocess.STDOUT, cwd="/")
            told.seek(0)
            output = told.read()
        if done.returncode != 0:
            raise AssertionError(f"{program} ended with {done.returncode}: {output.decode(errors='replace')[-2000:]}")
        return output

    def url(self, database: str) -> str:
        """The connection string of a database."""
        return f"host={self.folder} user=postgres dbname={database}"

    def create(self, database: str) -> str:
        """A new database; returns its connection string."""
        self._run("createdb", "--host", self.folder, "--username", "postgres", database)
        return self.url(database)

    def query(self, database: str, sql: str) -> bytes:
        """What psql prints, bare."""
        return self._run("psql", "--host", self.folder, "--username", "postgres", "--dbname", database, "-X", "-A", "-t", "-q", "-c", sql)

    def dump(self, database: str, folder: Path) -> None:
        """Every table as its bytes stand, uncompressed, and the dump that an administrator would make."""
        folder.mkdir(parents=True, exist_ok=True)
        for table in self.query(database, "SELECT tablename FROM pg_tables WHERE schemaname = 'public'").decode().split():
            (folder / f"{database}.{table}").write_bytes(self.query(database, f'COPY "{table}" TO STDOUT (FORMAT binary)'))
        (folder / f"{database}.sql").write_bytes(self._run("pg_dump", "--host", self.folder, "--username", "postgres", database))

    def stop(self) -> None:
        """Stops the server; its files stay until `remove`."""
        self._run("pg_ctl", "--pgdata", self.data, "--wait", "--mode", "fast", "stop")

    def remove(self) -> None:
        if (self.data / "postmaster.pid").exists():
            self._run("pg_ctl", "--pgdata", self.data, "--wait", "--mode", "immediate", "stop")
        shutil.rmtree(self.folder, ignore_errors=True)
        self.folder.with_suffix(".told").unlink(missing_ok=True)
