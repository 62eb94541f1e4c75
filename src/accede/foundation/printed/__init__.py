"""Tables that stand in documents: in a web page, in XML, in a PDF file with a text layer, in pasted lines.

A stranger's document is read in a process of its own (`foundation/apart`), so what is here loads little and returns
plain data. Nothing here may know a word of the programme.
"""

from accede.foundation.printed.found import PrintedRefused, PrintedTable

__all__ = ["PrintedRefused", "PrintedTable"]
