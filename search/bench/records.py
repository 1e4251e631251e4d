"""Made-up public records, with all that a real one needs to be read: page, revision, decision, entry."""

import random
from datetime import date
from itertools import accumulate

from django.contrib.auth import get_user_model
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import F
from django.utils import timezone
from wagtail.models import Locale, Page, Revision, Site

from cms.moderation.models import Decision
from cms.organisation.models import Agency
from cms.pages.models import ArticlePage

from .. import titles
from ..models import ChangeNumber, SearchEntry
from ..text import fold

ONSETS = [
    "b",
    "c",
    "ch",
    "d",
    "đ",
    "g",
    "gi",
    "h",
    "kh",
    "l",
    "m",
    "n",
    "ng",
    "nh",
    "ph",
    "qu",
    "r",
    "s",
    "t",
    "th",
    "tr",
    "v",
    "x",
]
MIDDLES = ["à", "ă", "ấ", "e", "ệ", "ỉ", "o", "ố", "ơ", "ụ", "ừ", "ia", "iế", "oà", "uộ", "ươ", "ay", "áo", "âu"]
ENDINGS = ["", "n", "ng", "t", "c", "m"]
BATCH = 2_000
FIRST = 1_000_000  # numbers of made-up pages
LANGUAGES = ("vi", "en")


def vocabulary() -> tuple[list[str], list[float]]:
    """Some 2,600 syllables, and how often each is used: a few very often, most hardly ever."""
    words = [onset + middle + ending for onset in ONSETS for middle in MIDDLES for ending in ENDINGS]
    random.Random(7).shuffle(words)  # noqa: S311  (the same words every time)
    return words, list(accumulate(1 / rank for rank in range(1, len(words) + 1)))


WORDS, WEIGHTS = vocabulary()


def fill(records: int) -> None:
    """Public pages with their decisions, and an entry for each: two languages to every second family."""
    locales = [Locale.objects.get_or_create(language_code=code)[0] for code in LANGUAGES]
    people = [get_user_model().objects.create(email=f"{name}@bench.example") for name in ("a", "b", "c")]
    agencies = [
        Agency.objects.create(eid=f"H99.{number}", name_vi=f"Sở {number}", kind="specialised_department")
        for number in range(1, 61)
    ]
    home = Page.objects.get(depth=1).add_child(
        instance=Page(title="Hải Đăng", slug="home", locale=locales[0], live=False)
    )
    Site.objects.all().delete()
    Site.objects.create(hostname="localhost", root_page=home, is_default_site=True)
    ChangeNumber.objects.update_or_create(pk=1, defaults={"last": records})
    for start in range(0, records, BATCH):
        with transaction.atomic():
            put(range(start, min(start + BATCH, records)), locales, people, agencies)


def put(numbers: range, locales: list[Locale], people: list, agencies: list[Agency]) -> None:
    article, pages = (ContentType.objects.get_for_model(model) for model in (ArticlePage, Page))
    made = [entry(number, article, agencies) for number in numbers]
    Page.objects.bulk_create([page(one, locales) for one in made])
    kinds = {"base_content_type": pages, "content_type": article, "content": {}, "created_at": timezone.now()}
    Revision.objects.bulk_create([Revision(pk=one.object_id, object_id=str(one.object_id), **kinds) for one in made])
    judges = {"author": people[0], "appraised_by": people[1], "approved_by": people[2], "no_lead": True}
    Decision.objects.bulk_create([Decision(revision_id=one.object_id, audience="public", **judges) for one in made])
    Page.objects.filter(pk__in=[one.object_id for one in made]).update(live=True, live_revision_id=F("pk"))
    Decision.objects.filter(revision_id__in=[one.object_id for one in made]).update(published_at=timezone.now())
    SearchEntry.objects.bulk_create(made)
    titles.keep(made)


def entry(number: int, article: ContentType, agencies: list[Agency]) -> SearchEntry:
    """A record by lot, the same every time: a title of eight words, a text of a hundred."""
    dice = random.Random(number)  # noqa: S311
    words = dice.choices(WORDS, cum_weights=WEIGHTS, k=120)
    title = " ".join(words[:8]).capitalize()
    day = date(dice.randint(2000, 2025), dice.randint(1, 12), dice.randint(1, 28))
    family = number - number % 4 // 3  # the last of four is the translation of the one before
    return SearchEntry(
        audience="public",
        content_type=article,
        object_id=FIRST + number,
        language=LANGUAGES[number % 4 == 3],
        family=f"00000000-0000-4000-8000-{family:012d}",
        kind=dice.choice(["article", "image", "gallery", "legal"]),
        title=title,
        title_folded=fold(title),
        intro=" ".join(words[8:28]),
        body=" ".join(words[20:]),
        keywords=" ".join(words[30:33]),
        agency_id=agencies[int(len(agencies) * dice.random() ** 2)].pk,
        themes=[f"t{theme}" for theme in dice.sample(range(30), dice.randint(1, 3))],
        date=day,
        year=day.year,
        sequence=number + 1,
    )


def page(one: SearchEntry, locales: list[Locale]) -> Page:
    number = one.object_id - FIRST
    return Page(
        pk=one.object_id,
        content_type=one.content_type,
        path=f"0001{number:08d}"[:12],
        depth=3,
        title=one.title[:255],
        draft_title=one.title[:255],
        slug=f"p{number}",
        url_path=f"/home/p{number}/",
        translation_key=f"{one.family[:24]}{number:012d}",
        locale=locales[LANGUAGES.index(one.language)],
        live=False,
    )
