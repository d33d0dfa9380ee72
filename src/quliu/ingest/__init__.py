"""Ingest: files, folders and streams to Documents, with a reject for whatever is none."""

from quliu.ingest.header import Header, read_header
from quliu.ingest.options import ReadOptions
from quliu.ingest.read import read_sources

__all__ = ["Header", "ReadOptions", "read_header", "read_sources"]
