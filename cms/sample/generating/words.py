"""Words for generated records: sentences of the sample texts in new orders, so that lengths and letters are true."""

import random
import re
from functools import cached_property
from typing import Any

from django.utils.text import slugify

from ..loading.bodies import number
from ..loading.texts import Texts

SENTENCE = re.compile(r"(?<=[.!?])\s+")
TAG = re.compile(r"<[^>]+>")
PLAIN = str.maketrans("đĐ", "dD")


class Phrasebook:
    """Titles and sentences of one language."""

    def __init__(self, texts: Texts, language: str, chance: random.Random) -> None:
        self.texts, self.language, self.chance = texts, language, chance

    @cached_property
    def articles(self) -> list[Any]:
        pairs = (pair[self.language != "vi"] for pair in self.texts.articles)
        return [text for text in pairs if text]

    @cached_property
    def sentences(self) -> list[str]:
        blocks = (block["html"] for text in self.articles for block in text.blocks if block["type"] == "text")
        paragraphs = (part for html in blocks for part in html.split("</p>"))
        plain = (TAG.sub("", part).strip() for part in paragraphs)
        return [sentence for text in plain for sentence in SENTENCE.split(text) if len(sentence) > 20]

    @cached_property
    def titles(self) -> list[str]:
        captions = self.texts.pictures.values()
        return [
            *(text.title for text in self.articles),
            *(getattr(each, f"title_{self.language}") for each in captions),
        ]

    def title(self, place: int) -> str:
        """No two records are called the same."""
        return f"{self.chance.choice(self.titles)} ({place})"

    def slug(self, title: str) -> str:
        return slugify(title.translate(PLAIN))[:60].strip("-")

    def passage(self, least: int, most: int) -> str:
        return " ".join(self.chance.choices(self.sentences, k=self.chance.randint(least, most)))

    def body(self, place: int) -> list[dict[str, Any]]:
        """Some sections of some paragraphs: 250 to 700 words."""
        blocks = []
        for _section in range(self.chance.randint(2, 4)):
            blocks.append({"type": "heading", "value": self.chance.choice(self.titles)})
            paragraphs = "".join(f"<p>{self.passage(3, 6)}</p>" for _paragraph in range(self.chance.randint(1, 3)))
            blocks.append({"type": "text", "value": paragraphs})
        return [{**block, "id": number("generated", place, order)} for order, block in enumerate(blocks)]

    def legal_body(self, place: int) -> list[dict[str, Any]]:
        articles = (
            {"type": "article", "value": {"number": str(count), "title": "", "text": self.passage(2, 6)}}
            for count in range(1, self.chance.randint(6, 14))
        )
        blocks = [{"type": "part", "value": {"key": "qd", "title": self.chance.choice(self.titles)}}, *articles]
        return [{**block, "id": number("generated", place, order)} for order, block in enumerate(blocks)]
