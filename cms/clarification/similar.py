"""“Have we answered this already?” Earlier claims like this one, among those the person may see."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db.models import Count

from .addresses import canonical
from .folding import pairs, words
from .models import ClaimWord, DossierFile, MisinformationItem
from .models import ClarificationDossierPage as Dossier
from .pictures import are_alike

LOOKED_AT = 60
SHOWN = 5
RARE = 12  # words of the claim that are looked for: the rarest say most
LIKE_ENOUGH = 0.4


@dataclass(frozen=True)
class Similar:
    """An earlier claim, how like this one it is, and why it was found."""

    item: MisinformationItem
    likeness: float
    is_same_address: bool

    @property
    def percent(self) -> int:
        return round(self.likeness * 100)


def similar(claim: str, url: str = "", *, user: Any, but: MisinformationItem | None = None) -> list[Similar]:
    """The most similar earlier claims; one at the same address comes first, whatever it says."""
    seen = Dossier.objects.visible_to(user)
    items = MisinformationItem.objects.readable().filter(dossier__in=seen.values("pk"))
    items = items.exclude(pk=but.pk) if but else items
    place = canonical(url) if url.strip() else ""
    numbers = candidates(items, words(claim)) if claim.strip() else []
    known = items.filter(pk__in=numbers) | (items.filter(canonical_url=place) if place else items.none())
    found = [rated(item, claim, place) for item in known.select_related("dossier__lead_agency")]
    like = [each for each in found if each.is_same_address or each.likeness >= LIKE_ENOUGH]
    return sorted(like, key=lambda each: (each.is_same_address, each.likeness), reverse=True)[:SHOWN]


def candidates(items: Any, asked: list[str]) -> list[int]:
    """Those that share the most of the claim's rarest words."""
    counts = ClaimWord.objects.filter(word__in=asked).values_list("word").annotate(number=Count("pk"))
    rarest = [word for word, _number in sorted(counts, key=lambda pair: pair[1])[:RARE]]
    shared = ClaimWord.objects.filter(word__in=rarest, item__in=items.values("pk")).values("item")
    ranked = shared.annotate(number=Count("pk")).order_by("-number", "-item")[:LOOKED_AT]
    return [row["item"] for row in ranked]


def rated(item: MisinformationItem, claim: str, place: str) -> Similar:
    likeness = max(alike(claim, text) for text in (item.claim, item.in_vietnamese))
    return Similar(item, likeness, bool(place) and item.canonical_url == place)


def alike(one: str, other: str) -> float:
    """Between 0 and 1: words in common, and how many of them stand side by side in both."""
    mine, theirs = set(words(one)), set(words(other))
    smaller = min(len(mine), len(theirs))
    if not smaller:
        return 0.0
    shared = len(mine & theirs) / smaller if smaller > 2 else len(mine & theirs) / max(len(mine), len(theirs))
    side_by_side, all_pairs = pairs(one) & pairs(other), min(len(pairs(one)), len(pairs(other)))
    return 0.7 * shared + 0.3 * (len(side_by_side) / all_pairs if all_pairs else 0.0)


def same_pictures(file: DossierFile, *, user: Any) -> list[str]:
    """The codes of other dossiers that hold a picture like this one, among those the person may read."""
    if file.picture_hash is None or file.is_withheld:
        return []
    seen = Dossier.objects.visible_to(user).exclude(pk=file.dossier_id)
    known = DossierFile.objects.filter(dossier__in=seen.values("pk"), case=None).exclude(picture_hash=None)
    pairs_of = known.values_list("picture_hash", "dossier__code").distinct()
    return sorted({code for number, code in pairs_of if number is not None and are_alike(file.picture_hash, number)})


def remember(item: MisinformationItem) -> None:
    """Keep the words by which a claim is found; of what is under review, none."""
    ClaimWord.objects.filter(item=item).delete()
    if item.is_withheld:
        return
    found = words(f"{item.claim} {item.claim_vi}")[:200]
    ClaimWord.objects.bulk_create([ClaimWord(item=item, word=word) for word in found])
