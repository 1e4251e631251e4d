"""The records that relevance is judged on: every text of the sample archive, and others that share its words.

Rights are judged elsewhere: here every text stands as if it were published.
"""

import datetime
import html
import re
import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from cms.sample.loading.texts import Texts
from cms.sample.loading.world import World
from search.models import SearchEntry
from search.places import heirs, with_heirs
from tests.search.shelves import made_entry

HERE = Path(__file__).resolve().parent
TAG = re.compile(r"<[^>]+>")
IN_BOTH = ("vi", "en")
EVERYBODY = "everyone"
PROVINCE = ("hai-dang",)


def entries(world: World) -> list[SearchEntry]:
    """Every record in every language it stands in, as sources make entries."""
    texts, others = world.texts, tomllib.loads((HERE / "others.toml").read_text(encoding="utf-8"))
    made = [*articles(world), *pictures(world), *galleries(world), *decisions(world), *guidance(texts)]
    for entry in made:
        accession = others["accessions"].get(entry.family)
        entry.number = " | ".join(filter(None, [entry.number, accession]))
    return [*made, *(other(world, row) for row in others["records"])]


def articles(world: World) -> Iterator[SearchEntry]:
    for article in [text for pair in world.texts.articles for text in pair if text]:
        yield made_entry(
            article.title,
            article.language,
            article.key,
            intro=article.intro,
            body="\n".join(map(words, article.blocks)),
            keywords=names(world, article.event, article.place, article.author, places=article.places),
            places=numbers(world, article.places),
            agency_id=world.agencies[article.agency].pk,
            themes=list(article.themes),
            fields=list(article.fields),
            **on(article.activity_date),
        )


def pictures(world: World) -> Iterator[SearchEntry]:
    shared = world.texts.structure
    for name, caption in world.texts.pictures.items():
        for language in IN_BOTH:
            place = caption.place if language == "vi" else shared["places"].get(caption.place, caption.place)
            yield made_entry(
                getattr(caption, f"title_{language}"),
                language,
                name,
                kind="image",
                intro=getattr(caption, f"caption_{language}"),
                keywords=names(world, place, shared["pictures"][f"author_{language}"], places=PROVINCE),
                places=numbers(world, PROVINCE),
                agency_id=world.agencies[world.agency_of_picture(name)].pk,
                themes=[caption.theme],
                **on(caption.taken),
            )


def galleries(world: World) -> Iterator[SearchEntry]:
    for row in world.texts.galleries:
        for language in IN_BOTH:
            yield made_entry(
                getattr(row, f"title_{language}"),
                language,
                row.key,
                kind="gallery",
                intro=getattr(row, f"intro_{language}"),
                keywords=names(world, row.author, places=PROVINCE),
                places=numbers(world, PROVINCE),
                agency_id=world.agencies[row.agency].pk,
                themes=list(row.themes),
                **on(row.activity_date),
            )


def decisions(world: World) -> Iterator[SearchEntry]:
    """The document itself is Vietnamese; in English stand its title, what it says in short, and remarks."""
    for text in world.texts.legal:
        whole = "\n".join(f"{block.number} {block.title} {block.text}" for block in text.body)
        known = {"kind": "legal", "number": text.number, "themes": list(text.themes), **on(text.issued_on)}
        known["agency_id"] = world.agencies[text.agency].pk
        body = f"{whole}\n{' '.join(text.notes)}"
        yield made_entry(text.title, "vi", text.slug, intro=text.intro_vi, body=body, keywords=text.issuer, **known)
        intro = f"{text.intro_en} {world.texts.structure['legal']['language_en']}"
        notes = {"intro": intro, "body": " ".join(text.notes_en), "keywords": text.issuer_en}
        yield made_entry(text.title_en, "en", text.slug, **notes, **known)


def guidance(texts: Texts) -> Iterator[SearchEntry]:
    """What is written for everybody; guidance for staff is no answer to a visitor."""
    for text in [text for pair in [*texts.help, texts.about] for text in pair if text]:
        if text.audience == EVERYBODY:
            body = "\n".join(map(words, text.blocks))
            yield made_entry(text.title, text.language, text.key, kind="help", intro=text.intro, body=body)


def other(world: World, row: dict[str, Any]) -> SearchEntry:
    """A record that was written to stand in the way of the right answer."""
    known = {"kind": "article", "language": "vi", "keywords": "", "places": ()} | row
    places = known.pop("places")
    said = {"keywords": names(world, known.pop("keywords"), places=places), "places": numbers(world, places)}
    return made_entry(known.pop("title"), known.pop("language"), known.pop("key"), **known, **said)


def names(world: World, *said: str, places: Iterable[str]) -> str:
    return "\n".join(filter(None, [*said, *(str(world.units[key]) for key in places)]))


def numbers(world: World, places: Iterable[str]) -> list[int]:
    own = [world.units[key].pk for key in places]
    return with_heirs(own, heirs(own))


def on(day: datetime.date | None) -> dict[str, Any]:
    return {"date": day, "year": day.year if day else None}


def words(block: dict[str, Any]) -> str:
    """What a reader sees of a block of text."""
    if block["type"] == "table":
        rows = [block["header"], *block["rows"]]
        return "\n".join([block["caption"], *(" ".join(row) for row in rows)])
    shown = [block.get("text", ""), block.get("source", ""), block.get("html", "")]
    return html.unescape(TAG.sub(" ", " ".join(shown)))
