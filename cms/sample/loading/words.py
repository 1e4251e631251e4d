"""What each page of the sample archive says: facts once, words in Vietnamese and in English."""

from typing import Any

from django.utils.text import slugify

from cms.pages.choices import HelpAudience

from ..drawing.captions import Caption
from ..drawing.metadata import RIGHTS
from ..reading.articles import Article
from ..reading.help_pages import HelpText
from ..reading.legal import LegalText
from ..reading.tables import GalleryRow
from .bodies import REMARKS, body, legal_body
from .world import World

Words = dict[str, Any]
AUDIENCES = {
    "everyone": HelpAudience.EVERYBODY,
    "moderator": HelpAudience.MODERATOR,
    "director": HelpAudience.DIRECTOR,
}


def rights(world: World, agency: str, language: str) -> str:
    name = getattr(world.agencies[agency], f"name_{language}")
    return world.texts.structure["rights"][language].format(agency=name)


def sorted_under(world: World, themes: Any, fields: Any, places: Any = ()) -> Words:
    """By which words lists and search find a page."""
    return {
        "themes": [world.themes[code] for code in themes],
        "fields_of_management": [world.fields[code] for code in fields],
        "places": [world.units[key] for key in places],
    }


def of_article(world: World, text: Article) -> Words:
    """The words of an article in its language."""
    return {
        "title": text.title,
        "slug": text.slug,
        "intro": text.intro,
        "search_description": text.seo,
        "author_text": text.author,
        "place_text": text.place,
        "event": text.event,
        "rights_line": rights(world, text.agency, text.language),
        "body": body(world, text.key, text.blocks),
    }


def about_article(world: World, text: Article) -> Words:
    """The facts of an article, the same in every language."""
    return {
        "article_kind": text.kind,
        "source_agency": world.agencies[text.agency],
        "author_unknown": text.author_unknown,
        "activity_date": text.activity_date,
        "activity_precision": text.precision,
        "topic_class": text.topic_class,
        "cover": world.images[text.cover] if text.cover else None,
        **sorted_under(world, text.themes, text.fields, text.places),
    }


def of_picture(world: World, caption: Caption, language: str) -> Words:
    shared = world.texts.structure["pictures"]
    title = getattr(caption, f"title_{language}")
    places = {"vi": caption.place, "en": world.texts.structure["places"].get(caption.place, caption.place)}
    return {
        "title": title,
        "slug": caption.name if language == "vi" else slugify(title),
        "caption": getattr(caption, f"caption_{language}"),
        "author_text": shared[f"author_{language}"],
        "technique": shared[f"technique_{language}"],
        "series": shared[f"series_{language}"],
        "rights_line": RIGHTS[language],
        "place_text": places[language],
    }


def about_picture(world: World, caption: Caption) -> Words:
    return {
        "image": world.images[caption.name],
        "source_agency": world.agencies[world.agency_of_picture(caption.name)],
        "activity_date": caption.taken,
        **sorted_under(world, [caption.theme], ["culture_sport_tourism"], ["hai-dang"]),
    }


def of_gallery(world: World, row: GalleryRow, language: str) -> Words:
    return {
        "title": getattr(row, f"title_{language}"),
        "slug": getattr(row, f"slug_{language}"),
        "intro": getattr(row, f"intro_{language}"),
        "author_text": row.author,
        "rights_line": rights(world, row.agency, language),
    }


def about_gallery(world: World, row: GalleryRow) -> Words:
    return {
        "source_agency": world.agencies[row.agency],
        "activity_date": row.activity_date,
        "activity_precision": row.precision,
        **sorted_under(world, row.themes, row.fields, ["hai-dang"]),
    }


def of_legal_text(world: World, text: LegalText, language: str) -> Words:
    """The document itself is Vietnamese in every language: nobody has translated it officially."""
    shared = world.texts.structure["legal"]
    blocks = legal_body(text, shared, language)
    intro = text.intro_vi if language == "vi" else f"{text.intro_en} {shared['language_en']}"
    return {
        "title": text.title if language == "vi" else text.title_en,
        "slug": text.slug,
        "intro": intro,
        "issuer_name": text.issuer if language == "vi" else text.issuer_en,
        "author_text": text.issuer if language == "vi" else text.issuer_en,
        "rights_line": shared[f"rights_{language}"],
        "body": blocks if language == "vi" else remarks(blocks),
    }


def remarks(blocks: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """What the archive itself says at the end of a document."""
    first = next((place for place, block in enumerate(blocks) if is_remark(block)), len(blocks))
    return blocks[first:]


def is_remark(block: dict[str, Any]) -> bool:
    return block["type"] == "part" and block["value"]["key"] == REMARKS


def about_legal_text(world: World, text: LegalText) -> Words:
    return {
        "number": text.number,
        "signer": text.signer,
        "signer_title": text.signer_title,
        "issued_on": text.issued_on,
        "effective_from": text.effective_from,
        "validity": text.status,
        "activity_date": text.issued_on,
        "topic_class": "official",
        "source_agency": world.agencies[text.agency],
        **sorted_under(world, text.themes, text.fields),
    }


def of_help(world: World, text: HelpText) -> Words:
    return {
        "title": text.title,
        "slug": text.slug,
        "intro": text.intro,
        "body": body(world, text.key, text.blocks),
    }


def about_help(text: HelpText) -> Words:
    return {"help_audience": AUDIENCES.get(text.audience, HelpAudience.OFFICER), "topic": text.key}
