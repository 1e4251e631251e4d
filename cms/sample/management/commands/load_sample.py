"""Load the sample archive, or take it away."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from cms.sample.drawing.sheet import FULL_SCALE
from cms.sample.loading import archive, removal
from cms.sample.loading.people import PASSWORD
from cms.sample.loading.texts import Texts

EVERYTHING = "both"


class Command(BaseCommand):
    """Loads the sample archive once; again changes nothing; --remove takes back everything it made."""

    help = "Load the sample archive of the fictitious province Hải Đăng. Repeatable; --remove takes it away."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--remove", action="store_true", help="take away everything that belongs to the sample")
        parser.add_argument("--force", action="store_true", help="do it in production too")
        parser.add_argument(
            "--picture-scale", type=float, default=FULL_SCALE, help="1.5 draws 2400 pixels; less is faster, for tests"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        if settings.FACE != EVERYTHING and not options["force"]:
            raise CommandError("This is production: the sample archive holds known passwords. --force does it anyway.")
        if options["remove"]:
            self.remove()
        else:
            self.load(options["picture_scale"])

    def remove(self) -> None:
        removed = removal.remove()
        self.stdout.write(f"The sample archive was taken away: {removed} pages." if removed else "There is no sample.")

    def load(self, scale: float) -> None:
        if archive.is_loaded():
            self.stdout.write("The sample archive is there already; nothing was changed.")
        else:
            self.load_anew(scale)
        self.show_where_to_look()

    def load_anew(self, scale: float) -> None:
        try:
            archive.load(scale)
        except archive.NotEmptyError as refusal:
            raise CommandError("This archive has a first page of its own; the sample needs an empty one.") from refusal
        except archive.TooEarlyError as refusal:
            raise CommandError(f"The sample tells of {refusal}; this machine's clock is earlier.") from refusal
        self.stdout.write("The sample archive is loaded.")

    def show_where_to_look(self) -> None:
        address = settings.WAGTAILADMIN_BASE_URL
        self.stdout.write(f"\n  Readers  {address}/vi/  {address}/en/\n  Staff    {address}/admin/\n\n")
        self.stdout.write(f"  Everybody's password: {PASSWORD}\n\n")
        agencies = {row.key: row.short_name for row in Texts().agencies}
        for row in Texts().people:
            self.stdout.write(f"  {row.role:<15}{row.email:<30}{row.name:<26}{agencies[row.agency]}")
