"""Which indices there are, and whose entries each holds. A key opens a whole index, never a part of one."""

PUBLIC, PRESS, STAFF, DOSSIER = "public", "press", "staff", "dossier"

INDICES: dict[str, tuple[str, ...]] = {
    PUBLIC: (PUBLIC,),
    STAFF: (STAFF, PUBLIC),  # what is public elsewhere is part of what staff may find
}
BY_ITEM = (STAFF,)  # indices where each language of a record is a document of its own
