"""The process apart, begun for one question."""

import sys

from accede.foundation.apart.answering import answered


def main() -> int:
    """Answer one question; 1 where there was not enough memory for an answer."""
    answer = answered(sys.stdin.buffer.read())
    if answer is None:
        return 1
    sys.stdout.buffer.write(answer)
    return 0


if __name__ == "__main__":
    sys.exit(main())
