"""Which addresses are public, and what a host name stands for."""

from __future__ import annotations

import socket
from collections.abc import Callable
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

from quliu.errors import InputError

__all__ = ["Resolver", "is_public", "look_up", "resolve"]

Resolver = Callable[[str, int], tuple[str, ...]]
"""A host and a port to addresses; raises OSError."""

_NAT64 = ip_network("64:ff9b::/96")
# Not global, or not everywhere: what versions of Python disagree about, and what answers as a cloud's own.
_REFUSED = tuple(
    ip_network(network)
    for network in (
        "0.0.0.0/8",
        "100.64.0.0/10",
        "168.63.129.16/32",
        "192.0.0.0/24",
        "192.88.99.0/24",
        "198.18.0.0/15",
        "::/96",
        "64:ff9b:1::/48",
        "100::/64",
        "2001::/23",
        "3fff::/20",
        "5f00::/16",
        "fec0::/10",
    )
)


def resolve(host: str, port: int) -> tuple[str, ...]:
    """Return the addresses that the system knows for a host, also for numbers in odd spellings."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return tuple(dict.fromkeys(str(entry[4][0]) for entry in found))


def look_up(host: str, port: int, resolver: Resolver, is_allowed: Callable[[str], bool]) -> tuple[str, ...]:
    """Return the addresses of a host.

    Raises:
        InputError: `unknown-host`; `forbidden-address` when even one of them is not allowed.
    """
    try:
        addresses = resolver(host, port)
    except (OSError, UnicodeError) as error:
        reason = getattr(error, "strerror", None) or error
        raise InputError("unknown-host", f"{host} is not known ({reason}); check the address") from error
    if not addresses:
        raise InputError("unknown-host", f"{host} has no address; check the address")
    for address in addresses:
        if not is_allowed(address):
            place = host if host == address else f"{host} leads to {address}, which"
            message = f"{place} is not public; --allow-private reads it nevertheless"
            raise InputError("forbidden-address", message)
    return addresses


def is_public(address: str) -> bool:
    """Tell whether an address, or the one that it stands for, is anybody's to reach."""
    try:
        outer = ip_address(address.partition("%")[0])
    except ValueError:
        return False
    meant = _carried(outer) or outer
    refused = any(meant in network for network in _REFUSED if network.version == meant.version)
    special = meant.is_multicast or meant.is_reserved or meant.is_unspecified or meant.is_link_local
    return meant.is_global and not (refused or special or meant.is_private or meant.is_loopback)


def _carried(address: IPv4Address | IPv6Address) -> IPv4Address | None:
    """Return the address to which a gateway would pass on."""
    if isinstance(address, IPv4Address):
        return None
    if address in _NAT64:
        return IPv4Address(int(address) & 0xFFFFFFFF)
    return address.ipv4_mapped or address.sixtofour
