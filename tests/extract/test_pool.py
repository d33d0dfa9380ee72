from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from quliu.extract import Extractor
from quliu.extract.pool import ExtractorPool
from quliu.lexicon import load_lexicon
from quliu.model import Document, Language, document_id

TEXTS = [f"港湾日报讯,第{n}位研究员易知秋加入星帆智能,任首席科学家。" for n in range(9)]
DOCUMENTS = [Document(document_id(text), text, Language.HANS) for text in TEXTS]


def test_workers_read_what_one_process_reads() -> None:
    alone = Extractor(load_lexicon())
    with ExtractorPool(load_lexicon, 2) as pool:
        assert pool.extract_all(DOCUMENTS) == [alone.extract(document) for document in DOCUMENTS]
        assert pool.extract_all([]) == []


def test_a_dead_worker_is_replaced() -> None:
    with ExtractorPool(load_lexicon, 1) as pool:
        (worker,) = pool.start()
        os.kill(worker, 9)
        assert pool.extract_all(DOCUMENTS[:2]) == [None, None]
        assert all(pool.extract_all(DOCUMENTS[:2]))


def test_workers_end_at_once_when_what_they_do_is_of_no_use() -> None:
    pool = ExtractorPool(load_lexicon, 2)
    workers = pool.start()
    pool.__exit__(KeyboardInterrupt, KeyboardInterrupt(), None)
    for worker in workers:
        with pytest.raises(ProcessLookupError):
            os.kill(worker, 0)


def test_workers_end_when_their_parent_is_killed() -> None:
    program = (
        "import os\n"
        "from quliu.extract.pool import ExtractorPool\n"
        "from quliu.lexicon import load_lexicon\n"
        "if __name__ == '__main__':\n"
        "    ExtractorPool(load_lexicon, 2).start()\n"
        "    os.kill(os.getpid(), 9)\n"
    )
    with TemporaryDirectory() as folder:
        path = Path(folder) / "program.py"
        path.write_text(program, encoding="utf-8")
        # Its output is read to the end: the workers could write there, too, so they have ended then.
        killed = subprocess.run([sys.executable, path], stdout=subprocess.PIPE, check=False, timeout=120)
    assert killed.returncode == -9
