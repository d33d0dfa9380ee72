from __future__ import annotations

import pytest

from quliu.errors import InputError
from quliu.ingest.formats.extras import need


def test_what_is_missing_says_how_to_install_it() -> None:
    with pytest.raises(InputError) as error:
        need("a_library_that_nobody_made", "web")
    assert error.value.code == "needs-extra"
    assert "pip install 'quliu[web]'" in str(error.value)
