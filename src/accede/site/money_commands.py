"""`accede contributions|commitments|ledger`: the commands about money."""

from accede.foundation.console import OPERATOR, Command, LazyGroup

_RESOURCES = "accede.modules.resources.cli"
_MONEY = f"{_RESOURCES}.money"
CONTRIBUTIONS = LazyGroup(
    "contributions",
    {
        "list": Command(f"{_MONEY}:contributions", "What was given, and what is left.", opens_to=OPERATOR),
        "record": Command(f"{_RESOURCES}.recording:record_contribution", "Record a pledge.", opens_to=OPERATOR),
        "change": Command(f"{_RESOURCES}.recording:change_contribution", "Correct a pledge.", opens_to=OPERATOR),
        "agree": Command(f"{_RESOURCES}.recording:agree_contribution", "Record an agreement.", opens_to=OPERATOR),
        "money": Command(
            f"{_RESOURCES}.recording:contribution_money", "Record a receipt, a refund, a write-off.", opens_to=OPERATOR
        ),
    },
    summary="Contributions, from promise to money.",
)
COMMITMENTS = LazyGroup(
    "commitments",
    {
        "list": Command(
            f"{_RESOURCES}.commitments:list_commitments", "What is committed and spent.", opens_to=OPERATOR
        ),
        "show": Command(f"{_RESOURCES}.commitments:show_commitment", "One of them.", opens_to=OPERATOR),
        "may-pay": Command(f"{_RESOURCES}.commitments:what_may_pay", "What may pay for a purpose.", opens_to=OPERATOR),
        "commit": Command(f"{_RESOURCES}.commitments:commit_money", "Commit money.", opens_to=OPERATOR),
        "release": Command(f"{_RESOURCES}.commitments:release_money", "Release a part of it.", opens_to=OPERATOR),
        "spend": Command(f"{_RESOURCES}.commitments:spend_money", "Record what was spent of it.", opens_to=OPERATOR),
    },
    summary="Commitments and expenditure.",
)
LEDGER = LazyGroup(
    "ledger",
    {
        "balance": Command(f"{_MONEY}:balance", "The trial balance of a fund on a day.", opens_to=OPERATOR),
        "lines": Command(f"{_MONEY}:lines", "The lines of a fund.", opens_to=OPERATOR),
        "beancount": Command(f"{_MONEY}:beancount_file", "Write the books for beancount.", opens_to=OPERATOR),
        "fund": Command(f"{_RESOURCES}.recording:new_fund", "Record a fund.", opens_to=OPERATOR),
        "rate": Command(f"{_RESOURCES}.recording:new_rate", "Record a rate of exchange.", opens_to=OPERATOR),
        "close": Command(f"{_RESOURCES}.recording:close_fund", "Close a period of a fund.", opens_to=OPERATOR),
        "take-back": Command(f"{_RESOURCES}.recording:take_entry_back", "Take an entry back.", opens_to=OPERATOR),
    },
    summary="The books of the funds.",
)
