"""The time grammar: expressions of a reading text as half-open ranges of days.

Rules are regular expressions with a meaning (`zh_dates`, `zh_relative`, `en_days`, `en_periods`); `clock`
holds what relative words count from. Without a day to count from a relative word stays open: nothing is
invented. `published` turns it round: from the times of a text to the months in which it was published.
"""

from quliu.extract.time.find import find_times
from quliu.extract.time.mention import TimeMention
from quliu.extract.time.published import infer_published

__all__ = ["TimeMention", "find_times", "infer_published"]
