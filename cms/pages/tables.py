"""Tables whose cells are translated one by one, beside the rest of a text."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.contrib.table_block.blocks import TableBlock
from wagtail_localize.segments import StringSegmentValue

CAPTION = "caption"


class DataTableBlock(TableBlock):
    """A table of figures or facts."""

    class Meta:
        icon = "table"
        label = _("Table")
        template = "blocks/table.html"

    def get_table_options(self, table_options: Any = None) -> dict[str, Any]:
        # The editor's grid speaks no Vietnamese, and complains on the console when asked to.
        return {**super().get_table_options(table_options), "language": "en-US"}

    def get_translatable_segments(self, value: Any) -> list[StringSegmentValue]:
        """The caption and every cell with words, each under its row and column."""
        return [StringSegmentValue(place, text) for place, text in words_of(value or {}) if text]

    def restore_translated_segments(self, value: Any, segments: list[StringSegmentValue]) -> Any:
        """The same table with translated words in their places."""
        told = {segment.path: segment.render_text() for segment in segments}
        rows = [
            [told.get(cell_at(row, column), cell) for column, cell in enumerate(cells)]
            for row, cells in enumerate(value["data"])
        ]
        return {**value, "data": rows, "table_caption": told.get(CAPTION, value.get("table_caption", ""))}


def words_of(value: dict[str, Any]) -> list[tuple[str, str]]:
    """Every text of a table with its place."""
    cells = [
        (cell_at(row, column), cell)
        for row, texts in enumerate(value.get("data") or [])
        for column, cell in enumerate(texts)
    ]
    return [(place, str(text or "").strip()) for place, text in [(CAPTION, value.get("table_caption")), *cells]]


def cell_at(row: int, column: int) -> str:
    return f"r{row}c{column}"
