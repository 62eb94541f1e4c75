"""A document as a file of Word (Office Open XML), written by its own parts.

No library that is kept writes footnotes, numbering in six languages and both directions; what one reads is tested with
two of them. Nothing in a file says when it was written.
"""

from accede.foundation.documents.word.writing import word_of

__all__ = ["word_of"]
