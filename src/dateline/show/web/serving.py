"""From an app to a running server: an address in; it answers there until it is stopped."""

import socket
import webbrowser
from collections.abc import Callable

import uvicorn
from starlette.types import ASGIApp

from dateline.errors import DatelineError

__all__ = ["free_port", "serve"]

PREFERRED = 8765


def free_port(host: str, port: int = 0) -> int:
    """Return `port` where it is free; for 0 the usual one, else any. Raises DatelineError for one that is taken."""
    for candidate in [port] if port else [PREFERRED, 0]:
        with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind((host, candidate))
            except OSError:
                continue
            return int(probe.getsockname()[1])
    raise DatelineError(
        f"port {port} of {host} is taken; name another one, or leave --port out and a free one is chosen"
    )


def serve(app: ASGIApp, host: str, port: int, on_start: Callable[[str], None], *, browse: bool) -> None:
    """Answer until interrupted; `on_start` is told the address once the server listens."""
    address = f"http://{f'[{host}]' if ':' in host else host}:{port}/"
    config = uvicorn.Config(app, host=host, port=port, log_level="warning", server_header=False, lifespan="on")
    _Server(config, lambda: _started(address, on_start, browse)).run()


def _started(address: str, on_start: Callable[[str], None], browse: bool) -> None:
    on_start(address)
    if browse:
        webbrowser.open(address)


class _Server(uvicorn.Server):
    """Tells when it listens: a browser opened before that would meet nobody."""

    def __init__(self, config: uvicorn.Config, ready: Callable[[], None]) -> None:
        super().__init__(config)
        self._ready = ready

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Start to listen, then tell."""
        await super().startup(sockets)
        if self.started:
            self._ready()
