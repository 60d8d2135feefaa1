"""Is it ready? Each probe answers at once and never raises for a server that is not there."""

import http.client
import socket
import subprocess

_TIMEOUT = 2.0


def http_ok(host: str, port: int, path: str) -> bool:
    """Whether ``GET path`` answers 200."""
    connection = http.client.HTTPConnection(host, port, timeout=_TIMEOUT)
    try:
        connection.request("GET", path)
        return connection.getresponse().status == http.client.OK
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()


def redis_ready(host: str, port: int, password: str) -> bool:
    """Whether Redis answers a PING (it does not while it still loads its data)."""
    try:
        with socket.create_connection((host, port), timeout=_TIMEOUT) as connection:
            connection.sendall(f"AUTH {password}\r\nPING\r\n".encode("ascii"))
            answer = b""
            while answer.count(b"\r\n") < 2:
                if not (piece := connection.recv(4096)):
                    return False
                answer += piece
    except OSError:
        return False
    return answer == b"+OK\r\n+PONG\r\n"


def postgres_ready(pg_isready: str, host: str, port: int) -> bool:
    """Whether PostgreSQL accepts connections."""
    done = subprocess.run(
        [pg_isready, "-q", "-h", host, "-p", str(port), "-t", "2"], check=False, timeout=10
    )
    return done.returncode == 0
