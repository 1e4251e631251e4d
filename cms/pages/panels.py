"""The editor's tabs, in the order in which people think: the text, then about it, then what is missing."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import (
    CommentPanel,
    FieldPanel,
    FieldRowPanel,
    MultiFieldPanel,
    ObjectList,
    Panel,
    TabbedInterface,
)

from cms.moderation.returns import last_return


class CompletenessPanel(Panel):
    """Exactly what is missing before the page can be handed in, each line a link to its field."""

    class BoundPanel(Panel.BoundPanel):
        """The list for one page."""

        template_name = "pages/panels/completeness.html"

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            context = super().get_context_data(parent_context)
            latest = self.instance.get_latest_revision_as_object() if self.instance.pk else self.instance
            status = self.instance.status if self.instance.pk else None
            notes = last_return(status) if status else []
            return {**context, "missing": latest.missing() if latest.pk else [], "status": status, "notes": notes}


METADATA = [
    MultiFieldPanel(
        [FieldPanel("source_agency"), FieldRowPanel([FieldPanel("author_text"), FieldPanel("author_unknown")])],
        heading=_("Who"),
    ),
    MultiFieldPanel(
        [
            FieldRowPanel(
                [FieldPanel("activity_date"), FieldPanel("activity_date_end"), FieldPanel("activity_precision")]
            ),
            FieldPanel("places"),
            FieldPanel("place_text"),
            FieldRowPanel([FieldPanel("people"), FieldPanel("event")]),
        ],
        heading=_("When and where"),
    ),
    MultiFieldPanel(
        [FieldPanel("themes"), FieldPanel("fields_of_management"), FieldPanel("topic_class")], heading=_("About what")
    ),
    MultiFieldPanel([FieldPanel("source_url"), FieldPanel("rights_line")], heading=_("Source and rights")),
    MultiFieldPanel(
        [
            FieldRowPanel([FieldPanel("sensitivity"), FieldPanel("access_class")]),
            FieldRowPanel([FieldPanel("review_by"), FieldPanel("last_verified")]),
        ],
        heading=_("Who may read it, and how long it holds"),
    ),
]
PROMOTE = [
    MultiFieldPanel(
        [FieldPanel("slug"), FieldPanel("seo_title"), FieldPanel("search_description")],
        heading=_("Address and sharing"),
    )
]
SETTINGS = [
    MultiFieldPanel(
        [FieldRowPanel([FieldPanel("go_live_at"), FieldPanel("expire_at")])],
        heading=_("From when until when it is public, once approved"),
    ),
    CommentPanel(),
]


def edit_handler(model: Any) -> Any:
    """Text · About it · Address and time; the list of what is missing stands on top of the first."""
    tabs = [
        ObjectList([CompletenessPanel(heading=_("Before you hand it in")), *model.content_panels], heading=_("Text")),
        ObjectList(METADATA, heading=_("About it")),
        ObjectList([*model.promote_panels, *model.settings_panels], heading=_("Address and time")),
    ]
    return TabbedInterface(tabs, base_form_class=model.base_form_class).bind_to_model(model)
