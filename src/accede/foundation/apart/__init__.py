"""Work that a stranger's file decides on, in a process of its own that has little time and little memory.

A workbook or a document may be built so that reading it takes hours or all of the machine's memory. Who reads it here
is one small process, which ends when its share is used up; whoever asked is told that it was too much.
"""

from accede.foundation.apart.calling import TooHeavy, apart
from accede.foundation.apart.standby import stand_by

__all__ = ["TooHeavy", "apart", "stand_by"]
