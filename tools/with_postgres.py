"""Run a command on a PostgreSQL of its own, which is gone afterwards: `python -m tools.with_postgres pytest`.

Works as an ordinary user and as root (the server refuses root, so it then runs as `postgres` or `nobody`).
It listens on a Unix socket in a temporary directory only; no port is opened and no system cluster is touched.
The command finds the database in DATABASE_URL and in PGHOST, PGPORT, PGUSER and PGDATABASE.
"""

import contextlib
import os
import pwd
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from types import FrameType
from typing import NamedTuple, NoReturn

DEBIAN_SERVERS = Path("/usr/lib/postgresql")
# Durability is pointless for a database that lives a minute; room for two suites' workers at once.
SERVER_OPTIONS = (
    "-F -c synchronous_commit=off -c full_page_writes=off -c wal_level=minimal -c max_wal_senders=0"
    " -c max_connections=200 -c timezone=UTC"
)


class TemporaryPostgres(NamedTuple):
    """Where a throw-away server listens. The socket's path is short: the system allows about 107 bytes."""

    socket_directory: str
    port: str
    user: str
    name: str

    def environment(self) -> dict[str, str]:
        """Variables for Django (DATABASE_URL) and for PostgreSQL's own programs."""
        return {
            "DATABASE_URL": f"postgres:///{self.name}?host={self.socket_directory}&port={self.port}&user={self.user}",
            "PGHOST": self.socket_directory,
            "PGPORT": self.port,
            "PGUSER": self.user,
            "PGDATABASE": self.name,
        }


def server_programs() -> Path | None:
    """The directory with `initdb` and `pg_ctl` of the newest server, or None when there is no server."""
    debian = [path for path in DEBIAN_SERVERS.glob("*/bin") if (path / "initdb").exists()]
    if debian:
        return max(debian, key=lambda path: int(path.parent.name))
    found = shutil.which("postgres")
    return Path(found).resolve().parent if found else None


def unprivileged_account() -> pwd.struct_passwd | None:
    """Whom the server runs as when we are root; None when we are not."""
    if os.geteuid() != 0:
        return None
    for name in ("postgres", "nobody"):
        with contextlib.suppress(KeyError):
            return pwd.getpwnam(name)
    raise LookupError("PostgreSQL refuses to run as root, and there is no account `postgres` or `nobody`")


class ServerPrograms:
    """PostgreSQL's own programs, run in `base` as somebody the server accepts; their output goes to a log."""

    def __init__(self, programs: Path, base: Path) -> None:
        self.programs = programs
        self.base = base
        self.log = base / "programs.log"
        self.account = unprivileged_account()
        if self.account:
            os.chown(base, self.account.pw_uid, self.account.pw_gid)

    def run(self, program: str, *arguments: str) -> None:
        """Run one program to its end; RuntimeError with everything it said when it fails."""
        account = self.account
        # A file, not a pipe: the server that pg_ctl leaves behind would hold a pipe open for ever.
        with self.log.open("ab") as log:
            finished = subprocess.run(
                [str(self.programs / program), *arguments],
                check=False,
                cwd=self.base,
                env={"PATH": f"{self.programs}:/usr/bin:/bin", "LC_ALL": "C.UTF-8", "HOME": str(self.base)},
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                user=account.pw_uid if account else None,
                group=account.pw_gid if account else None,
                extra_groups=[] if account else None,
            )
        if finished.returncode:
            said = self.log.read_text(errors="replace")
            raise RuntimeError(f"{program} failed, so there is no throw-away PostgreSQL:\n{said}")


@contextlib.contextmanager
def temporary_postgres(programs: Path, name: str = "site") -> Iterator[TemporaryPostgres]:
    """Start a fresh server, yield its address, then stop it and remove every trace, whatever happened."""
    # Not below TMPDIR, which may be too long for the path of a socket.
    base = Path(tempfile.mkdtemp(prefix="pg-", dir="/tmp"))
    data, port, user = str(base / "data"), "5432", "postgres"
    try:
        server = ServerPrograms(programs, base)
        server.run("initdb", "-D", data, "-U", user, "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "-N")
        options = f"-c listen_addresses='' -c unix_socket_directories={base} -p {port} {SERVER_OPTIONS}"
        server.run("pg_ctl", "-D", data, "-o", options, "-w", "-l", str(base / "server.log"), "start")
        try:
            server.run("createdb", "-h", str(base), "-p", port, "-U", user, name)
            yield TemporaryPostgres(str(base), port, user, name)
        finally:
            server.run("pg_ctl", "-D", data, "-m", "immediate", "-w", "stop")
    finally:
        shutil.rmtree(base, ignore_errors=True)


def stop_on_terminate(signum: int, frame: FrameType | None) -> NoReturn:
    """Turn SIGTERM into an ordinary exit, so that the server is stopped as well."""
    sys.exit(128 + signum)


def main(command: list[str]) -> int:
    """Run `command` on a throw-away server; its exit code is ours."""
    if not command:
        print("usage: python -m tools.with_postgres command [argument …]", file=sys.stderr)
        return 2
    programs = server_programs()
    if programs is None:
        print("No PostgreSQL server is installed; on Debian: apt install postgresql", file=sys.stderr)
        return 1
    signal.signal(signal.SIGTERM, stop_on_terminate)
    with temporary_postgres(programs) as database:
        return subprocess.call(command, env={**os.environ, **database.environment()})


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
