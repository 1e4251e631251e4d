from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PagesConfig(AppConfig):
    """What the public reads."""

    name = "cms.pages"
    verbose_name = _("pages")

    def ready(self) -> None:
        from .forms import ItemForm, StatementForm
        from .models import ClarificationStatementPage, ModeratedPage

        # The editor's form rests on the models, which therefore cannot name it themselves.
        ModeratedPage.base_form_class = ItemForm
        ClarificationStatementPage.base_form_class = StatementForm
