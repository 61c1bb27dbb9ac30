"""A server for whoever sits at this machine, and for nobody else."""

import errno
import http.server
from collections.abc import Callable
from typing import Any

HOST = "127.0.0.1"


def is_local(host: str) -> bool:
    """Tell whether a Host header asks for this machine; a page elsewhere cannot send such a one."""
    return host.split(":")[0] in (HOST, "localhost")


def local_server(port: int, handler: Callable[..., Any]) -> http.server.ThreadingHTTPServer:
    """
    Open a server on this machine.

    Parameters
    ----------
    port : int
        Where; 0 takes any that is free.
    handler : callable
        Makes what answers a request.

    Returns
    -------
    http.server.ThreadingHTTPServer
        It accepts requests once it is told to serve.

    Raises
    ------
    RuntimeError
        If the port is not to be had.
    """
    try:
        return http.server.ThreadingHTTPServer((HOST, port), handler)
    except PermissionError as error:
        raise RuntimeError(f"Port {port} is for administrators. Take one above 1023.") from error
    except OSError as error:
        if error.errno != errno.EADDRINUSE:
            raise
        raise RuntimeError(
            f"Port {port} is in use, perhaps by another `course serve` or `course read`. "
            "Take another one with --port, or any free one with --port 0."
        ) from error
