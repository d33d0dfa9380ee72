"""Libraries that are not always installed: a part that needs one says which command installs it."""

from __future__ import annotations

import logging
from importlib import import_module
from types import ModuleType

from quliu.errors import InputError

__all__ = ["need"]


def need(module: str, extra: str) -> ModuleType:
    """Return a module of an optional dependency.

    Raises:
        InputError: `needs-extra`.
    """
    logger = logging.getLogger(module.partition(".")[0])
    if logger.level == logging.NOTSET:
        # What a library has to say about damaged bytes, the reject says.
        logger.setLevel(logging.CRITICAL)
    try:
        return import_module(module)
    except ImportError as error:
        message = f"reading this needs more than is installed; run: pip install 'quliu[{extra}]'"
        raise InputError("needs-extra", message) from error
