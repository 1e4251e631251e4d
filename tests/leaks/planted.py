"""Secrets planted in the archive, each with a word that nothing else holds. A new kind of record adds its own here.

    @plants("L-03")
    def a_draft(world, word): ...

Each function puts its word everywhere its record can hold one, in a state in which the public must not see it.
"""

from collections.abc import Callable
from typing import Any

from django.core.files.base import ContentFile
from django.utils import timezone

from cms.clarification import services as dossiers
from cms.moderation import services
from search.models import SearchEntry
from tests.archive import appraised, article, cleared, handed_in, image, image_record, now, published, taken

Plant = Callable[[Any, str], Any]
PLANTS: dict[str, Plant] = {}
WHY = "tìm dấu"


def plants(leak: str) -> Callable[[Plant], Plant]:
    """Register what plants a secret, under the leak it belongs to."""

    def register(plant: Plant) -> Plant:
        PLANTS[f"{leak} {plant.__name__}"] = plant
        return plant

    return register


def word_for(name: str) -> str:
    """A word that is found without accents and cut into no pieces: zqz and the letters of the name."""
    return "zqz" + "".join(letter for letter in name.lower() if letter.isalnum())


def everywhere(word: str) -> dict[str, Any]:
    """An article that holds the word wherever it can."""
    return {
        "title": f"Bài {word}",
        "slug": f"bai-{word}",
        "intro": f"Lời dẫn {word}.",
        "people": word,
        "event": word,
        "place_text": word,
        "author_text": word,
        "rights_line": f"© {word}",
        "search_description": word,
        "seo_title": word,
        "body": [("text", f"<p>Thân bài {word}.</p>")],
    }


@plants("L-03")
def a_draft(world, word):
    article(world, **everywhere(word))


@plants("L-03")
def handed_in_and_waiting(world, word):
    handed_in(article(world, **everywhere(word)), world)


@plants("L-03")
def cleared_by_the_lead(world, word):
    cleared(article(world, **everywhere(word)), world)


@plants("L-03")
def being_appraised(world, word):
    taken(article(world, **everywhere(word)), world)


@plants("L-03")
def appraised_and_waiting(world, word):
    appraised(article(world, **everywhere(word)), world)


@plants("L-03")
def returned_to_its_author(world, word):
    page = taken(article(world, **everywhere(word)), world)
    services.return_to_author(page, by=world.moderator, reason=f"{WHY} {word}", notes={"title": word})


@plants("L-03")
def rejected(world, word):
    page = appraised(article(world, **everywhere(word)), world)
    services.reject(page, by=world.director, reason=f"{WHY} {word}")


@plants("L-03")
def a_newer_draft_of_a_public_page(world, word):
    page = published(article(world, title="Trang đang công khai", slug="trang-cong-khai"), world)
    for name, value in everywhere(word).items():
        setattr(page, name, value)
    page.save_revision(user=world.contributor, log_action=True)


@plants("L-05")
def withdrawn(world, word):
    page = published(article(world, **everywhere(word)), world)
    services.withdraw(now(page), by=world.director, reason=f"{WHY} {word}")


@plants("L-07")
def set_apart_for_secrecy(world, word):
    marked = everywhere(word) | {"body": [("text", f"<p>MẬT</p><p>Số: 12/BC {word}</p>")]}
    services.submit(article(world, **marked), by=world.contributor, declaration=True)


@plants("L-06")
def a_dossier(world, word):
    """Title, claim, reporter, parts, evidence and the names of its files."""
    told = dossiers.Claim(
        claim=f"Tin {word}",
        outlet=word,
        url=f"https://{word}.example/bai",
        first_seen_at=timezone.now(),
        reporter_name=word,
        reporter_contact=word,
    )
    dossier = dossiers.detect(f"Hồ sơ {word}", claim=told, by=world.contributor)
    dossiers.open_dossier(dossier, lead=world.agency, by=world.moderator)
    part = dossier.parts.get(letter="c")
    dossiers.edit_part(part, version=0, by=world.contributor, body=f"Phần c {word}.")
    upload = ContentFile(f"Căn cứ {word}".encode(), name=f"{word}.txt")
    facts = {"kind": "document", "title": word, "citation": word, "may_be_released": "public"}
    dossiers.add_evidence(part, by=world.contributor, upload=upload, **facts)
    dossiers.record_measure(
        mark(dossier, world),
        kind="press_release",
        at=timezone.now(),
        title=word,
        link=f"https://a.example/{word}",
        by=world.lead,
    )


def mark(dossier, world):
    """Of major impact: then a measure may be recorded before any notice."""
    dossiers.flag_impact(dossier, at=timezone.now(), reason="Lan nhanh.", by=world.lead)
    return now(dossier)


@plants("L-15")
def a_note_among_editors(world, word):
    body = [("text", "<p>Lời văn.</p>"), ("editor_note", f"{word} chưa kiểm")]
    published(article(world, title="Bài có ghi chú", slug="bai-co-ghi-chu", body=body), world)


@plants("L-08")
def a_picture_nobody_has_approved(world, word):
    picture = image(world.agency, caption_vi=word)
    image_record(world, title=f"Ảnh {word}", slug=f"anh-{word}", image=picture, caption=word)


@plants("L-13")
def an_entry_left_behind(world, word):
    """The index says it is public; the database does not."""
    page = article(world, **everywhere(word))
    entry = SearchEntry.objects.filter(object_id=page.pk, audience="staff").get()
    entry.pk, entry.audience, entry.sequence = None, "public", 10_000_000
    entry.save()


def plant_all(world) -> dict[str, str]:
    """Every secret, by the word that gives it away."""
    planted = {word_for(name): name for name in PLANTS}
    for word, name in planted.items():
        PLANTS[name](world, word)
    return planted
