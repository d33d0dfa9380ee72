"""Property tests here convert script, which is slow only the first time: no deadline for single examples."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("text", deadline=None)
settings.load_profile("text")
