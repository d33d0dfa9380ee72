from __future__ import annotations

import os

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
