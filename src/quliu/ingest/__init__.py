"""Ingest: files, folders and streams to Documents, with a reject for whatever is none."""

from quliu.ingest.formats.part import Hints
from quliu.ingest.formats.sitemap import sitemap_urls
from quliu.ingest.header import Header, read_header
from quliu.ingest.options import ReadOptions
from quliu.ingest.read import read_sources
from quliu.ingest.stream import Stream

__all__ = ["Header", "Hints", "ReadOptions", "Stream", "read_header", "read_sources", "sitemap_urls"]
