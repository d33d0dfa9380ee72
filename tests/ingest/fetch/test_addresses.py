from __future__ import annotations

import pytest

from quliu.errors import InputError
from quliu.ingest.fetch.addresses import is_public, look_up, resolve


@pytest.mark.parametrize(
    "address",
    ["8.8.8.8", "203.0.114.1", "2606:4700::1111", "64:ff9b::808:808", "::ffff:8.8.8.8", "2002:808:808::1"],
)
def test_public(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "127.8.9.10",
        "0.0.0.0",
        "10.1.2.3",
        "172.16.0.1",
        "192.168.1.1",
        "169.254.169.254",
        "100.100.100.200",
        "168.63.129.16",
        "192.0.0.192",
        "198.18.0.1",
        "192.0.2.1",
        "224.0.0.251",
        "240.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "fe80::1",
        "fe80::1%eth0",
        "fc00::1",
        "fd00:ec2::254",
        "fec0::1",
        "ff02::1",
        "2001:db8::1",
        "::ffff:127.0.0.1",
        "::ffff:a9fe:a9fe",
        "::127.0.0.1",
        "64:ff9b::7f00:1",
        "64:ff9b::a9fe:a9fe",
        "64:ff9b:1::1",
        "2002:7f00:1::1",
        "2002:c0a8:101::1",
        "2001:0:7f00:1::1",
        "localhost",
        "",
    ],
)
def test_not_public(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("spelling", ["2130706433", "0177.0.0.1", "0x7f.0.0.1", "127.1", "0x7f000001", "0"])
def test_odd_spellings_are_seen_through(spelling: str) -> None:
    with pytest.raises(InputError) as caught:
        look_up(spelling, 80, resolve, is_public)
    assert caught.value.code == "forbidden-address"


def test_one_private_address_among_public_ones_is_enough() -> None:
    with pytest.raises(InputError) as caught:
        look_up("news.example", 80, lambda *_: ("8.8.8.8", "10.0.0.1"), is_public)
    assert caught.value.code == "forbidden-address"
    assert "10.0.0.1" in str(caught.value)
