"""What is computed once: nobody waits for an answer that they did not ask for, and nobody works out one twice."""

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from accede.foundation.computed import Computed


def test_who_asks_something_else_does_not_wait_for_what_is_being_computed():
    computed, begun, may_end = Computed(), threading.Event(), threading.Event()

    def slow() -> str:
        begun.set()
        assert may_end.wait(30)
        return "slow"

    with ThreadPoolExecutor() as others:
        first = others.submit(computed.get, "slow", slow)
        assert begun.wait(30)

        assert computed.get("quick", lambda: "quick") == "quick"
        assert not first.done()
        may_end.set()
        assert first.result(30) == "slow"


def test_those_who_ask_the_same_at_once_have_it_computed_once():
    computed, asking, times = Computed(), threading.Barrier(4), list[int]()

    def make() -> str:
        times.append(1)
        return "answer"

    def ask() -> str:
        asking.wait(30)
        return computed.get("same", make)

    with ThreadPoolExecutor(4) as askers:
        answers = [one.result(30) for one in [askers.submit(ask) for _ in range(4)]]

    assert answers == ["answer"] * 4
    assert times == [1]


def test_what_could_not_be_computed_is_tried_again():
    computed = Computed()
    with pytest.raises(ZeroDivisionError):
        computed.get("asked", lambda: 1 // 0)

    assert computed.get("asked", lambda: 7) == 7


def test_the_answer_used_longest_ago_is_thrown_out_first():
    computed = Computed(2)
    for question in ("a", "b", "a", "c"):
        computed.get(question, str)

    assert computed.questions() == ("a", "c")
