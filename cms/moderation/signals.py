"""What this app announces to whoever must know, without knowing them."""

from django.dispatch import Signal

text_amended = Signal()  # sender: the kind of item; status, by: an appraiser changed the text under appraisal
state_changed = Signal()  # sender: the kind of item; status, step: an item went from one state to another
proposal_settled = Signal()  # sender: ProposedChange; change: somebody accepted, refused or withdrew it
