"""The matrix of roles and rights, row by row, for what is kept as lists: taxonomies, agencies, accounts, seats."""

from itertools import product

CON, LEAD, MOD, DIR, SEC, SCR, AUD = "CON", "LEAD", "MOD", "DIR", "SEC", "SCR", "AUD"

ORGANISATION = (
    "organisation.administrativeunit",
    "organisation.unitsuccession",
    "organisation.agency",
    "organisation.agencysuccession",
    "organisation.functionassignment",
    "organisation.agencyterm",
)
TAXONOMIES = ("pages.theme", "pages.fieldofmanagement", "moderation.checklistline")
SEARCH = ("search.synonymset", "search.pinnedresult")
RULES = ("deadlines.deadlinerule",)
CALENDAR = ("deadlines.holiday",)
REGISTERS = (
    "registry.spokesperson",
    "registry.spokespersondelegation",
    "registry.officialaccount",
    "registry.pressorganisation",
)
SEATS = ("accounts.seat", "accounts.seatassignment", "accounts.delegation")
ACCOUNTS = ("accounts.user", *SEATS)


def may(actions: str, models: tuple[str, ...]) -> frozenset[str]:
    """Permission names: each action on each model, such as organisation.change_agency."""
    pairs = product(actions.split(), (model.split(".") for model in models))
    return frozenset(f"{app}.{action}_{model}" for action, (app, model) in pairs)


ENTRANCE = frozenset({"wagtailadmin.access_admin"})
READ_ORGANISATION = may("view", ORGANISATION + REGISTERS)
KEEP_REGISTERS = may("add change view", REGISTERS)
TRANSLATE = frozenset({"wagtail_localize.submit_translation"})
LOCK = frozenset({"accounts.lock_user", "accounts.suspend_seat"})

OF_ROLE: dict[str, frozenset[str]] = {
    CON: READ_ORGANISATION | TRANSLATE,
    LEAD: READ_ORGANISATION,
    # What a moderator does to these lists is kept as a proposal, and a director decides; search words are their own.
    MOD: may("add change delete view", ORGANISATION + TAXONOMIES + SEARCH)
    | may("view", RULES + CALENDAR)
    | TRANSLATE
    | KEEP_REGISTERS,
    # A rule is never changed: a new one takes its place from a day on.
    DIR: may("add change delete view", ORGANISATION + TAXONOMIES + SEARCH + CALENDAR)
    | may("add change view", ACCOUNTS)
    | may("add view", RULES)
    | KEEP_REGISTERS
    | LOCK
    | {"accounts.close_user", "accounts.delete_user"},
    SEC: may("view", ACCOUNTS) | LOCK,
    SCR: frozenset(),
    AUD: may("view", ORGANISATION + REGISTERS + TAXONOMIES + SEARCH + RULES + CALENDAR + ACCOUNTS),
}
