"""Addresses on the web to bytes, politely and never to places that are not public.

Nothing here is imported before an address is read: httpx is not always installed.
"""
