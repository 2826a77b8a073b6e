"""Which addresses may be asked at all: http and https, and no machine in a private network.

The check is on the address that is connected to, at the moment of connecting: a name that is
looked up twice may give two answers, and any redirect may lead inside.
"""

from __future__ import annotations

import asyncio
import ipaddress
import socket
from collections.abc import Awaitable, Callable, Iterable
from typing import Any

import httpcore
import httpx

from onrecord.captures.records import RefusedError

Resolve = Callable[[str, int], Awaitable[list[str]]]
LONGEST_URL = 8_000  # characters; servers refuse longer ones
NAT64 = ipaddress.ip_network("64:ff9b::/96")


def parse_url(url: str) -> httpx.URL:
    """Return an address ready to be asked, its fragment left out; raises RefusedError."""
    if len(url) > LONGEST_URL:
        raise RefusedError("address", f"longer than {LONGEST_URL:,} characters")
    try:
        parsed = httpx.URL(url.strip())
    except (httpx.InvalidURL, UnicodeError, ValueError) as error:
        raise RefusedError("address", f"no address: {error}") from error
    if parsed.scheme not in ("http", "https"):
        raise RefusedError("address", f"not http or https: {parsed.scheme or 'no scheme'}")
    if not parsed.host:
        raise RefusedError("address", "names no host")
    if parsed.port is not None and not 0 < parsed.port < 65_536:
        raise RefusedError("address", f"no port: {parsed.port}")
    if parsed.userinfo:
        raise RefusedError("address", "holds a password; pages behind one are nobody's to publish")
    return parsed.copy_with(fragment=None)


def is_public(address: str) -> bool:
    """Return whether an IP address is one of the open internet.

    An IPv6 address that wraps an IPv4 one (mapped, 6to4, Teredo, NAT64) is as public as that one.
    """
    ip = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(ip, ipaddress.IPv6Address):
        if ip in NAT64:
            return is_public(str(ipaddress.IPv4Address(int(ip) & 0xFFFF_FFFF)))
        wrapped = ip.ipv4_mapped or ip.sixtofour or (ip.teredo and ip.teredo[1])
        if wrapped:
            return is_public(str(wrapped))
    return ip.is_global and not ip.is_multicast


async def resolve(host: str, port: int) -> list[str]:
    """Return the IP addresses of a host, the preferred first; raises OSError."""
    loop = asyncio.get_running_loop()
    found = await loop.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(address[0]) for *_, address in found))


class GuardedNetwork(httpcore.AsyncNetworkBackend):
    """Connects to public addresses only; with `allow_local` to any."""

    def __init__(
        self,
        resolve: Resolve = resolve,
        network: httpcore.AsyncNetworkBackend | None = None,
        *,
        allow_local: bool = False,
    ) -> None:
        self._network = network or httpcore.AnyIOBackend()
        self._resolve = resolve
        self._allow_local = allow_local

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.AsyncNetworkStream:
        """Return a connection to the first address of `host` that takes one.

        Raises RefusedError where all its addresses are private, httpcore's errors where none
        answers.
        """
        failure: Exception = httpcore.ConnectError(f"{host} has no address")
        for address in await self._addresses(host, port):
            try:
                return await self._network.connect_tcp(
                    address, port, timeout, local_address, socket_options
                )
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                failure = error
        raise failure

    async def sleep(self, seconds: float) -> None:
        """Wait, as the base class wants it."""
        await self._network.sleep(seconds)

    async def _addresses(self, host: str, port: int) -> list[str]:
        try:
            found = await self._resolve(host, port)
        except (OSError, UnicodeError) as error:
            raise httpcore.ConnectError(f"{host} was not found: {error}") from error
        allowed = [address for address in found if self._allow_local or is_public(address)]
        if found and not allowed:
            raise RefusedError("address", f"{host} is in a private network")
        return allowed
