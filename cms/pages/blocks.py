"""What a text is made of. Each block has its template in templates/blocks/."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail import blocks
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images.blocks import ImageChooserBlock

from .tables import DataTableBlock

TEXT_FEATURES = ["bold", "italic", "ol", "ul", "link", "document-link", "superscript", "subscript"]


class HeadingBlock(blocks.CharBlock):
    """A section's heading. One that is too long is refused, not cut by the browser."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.field.widget.attrs.pop("maxlength", None)

    class Meta:
        icon = "title"
        label = _("Heading")
        template = "blocks/heading.html"


class TextBlock(blocks.RichTextBlock):
    """Running text."""

    class Meta:
        icon = "pilcrow"
        label = pgettext_lazy("a block", "Text")
        template = "blocks/text.html"


class ImageBlock(blocks.StructBlock):
    """A picture of the library inside a text, with a caption of its own where the library's does not fit."""

    image = ImageChooserBlock(label=_("Image"))
    caption = blocks.CharBlock(
        label=_("Caption here"), required=False, max_length=600, help_text=_("Empty: the caption of the image.")
    )

    class Meta:
        icon = "image"
        label = _("Image")
        template = "blocks/image.html"


class GalleryBlock(blocks.StructBlock):
    """Several pictures side by side, each whole."""

    images = blocks.ListBlock(ImageChooserBlock(), label=_("Images"), min_num=2, max_num=24)
    caption = blocks.CharBlock(label=_("Caption"), required=False, max_length=600)

    class Meta:
        icon = "grip"
        label = _("Gallery")
        template = "blocks/gallery.html"


class QuoteBlock(blocks.StructBlock):
    """Somebody's words, with who said them where."""

    text = blocks.TextBlock(label=_("Quotation"), rows=3)
    source = blocks.CharBlock(label=_("Who said it, where"), required=False, max_length=300)

    class Meta:
        icon = "openquote"
        label = _("Quotation")
        template = "blocks/quote.html"


class DocumentBlock(blocks.StructBlock):
    """A file to open or download."""

    document = DocumentChooserBlock(label=_("Document"))
    label = blocks.CharBlock(label=_("Label"), required=False, max_length=200)

    class Meta:
        icon = "doc-full"
        label = _("Document")
        template = "blocks/document.html"


class EmbedBlock(blocks.StructBlock):
    """A film or map elsewhere, as a link: the reader's browser asks no other host unless the reader goes there."""

    url = blocks.URLBlock(label=_("Address"))
    title = blocks.CharBlock(label=_("What is there"), max_length=200)

    class Meta:
        icon = "media"
        label = _("Film or map elsewhere")
        template = "blocks/embed.html"


class EditorNoteBlock(blocks.TextBlock):
    """A remark among editors: never shown to readers, never searched."""

    class Meta:
        icon = "comment"
        label = _("Note for editors (never public)")
        template = "blocks/editor_note.html"


class BodyBlocks(blocks.StreamBlock):
    """The body of an article."""

    heading = HeadingBlock(max_length=200)
    text = TextBlock(features=TEXT_FEATURES)
    image = ImageBlock()
    gallery = GalleryBlock()
    quote = QuoteBlock()
    table = DataTableBlock()
    document = DocumentBlock()
    embed = EmbedBlock()
    editor_note = EditorNoteBlock(required=False)


class PartBlock(blocks.StructBlock):
    """One of the texts that a decision joins: the decision itself, the regulation it issues."""

    key = blocks.RegexBlock(
        label=_("Short key"), regex=r"^[a-z0-9-]{1,20}$", help_text=_("For links, as in qc-dieu-4.")
    )
    title = blocks.CharBlock(label=_("Title"), max_length=400)

    class Meta:
        icon = "folder-open-inverse"
        label = _("Part")
        template = "blocks/legal_part.html"


class ChapterBlock(blocks.StructBlock):
    """A chapter's number and title."""

    number = blocks.CharBlock(label=_("Number"), max_length=20)
    title = blocks.CharBlock(label=_("Title"), required=False, max_length=400)

    class Meta:
        icon = "title"
        label = _("Chapter")
        template = "blocks/legal_chapter.html"


class LegalArticleBlock(blocks.StructBlock):
    """An article (Điều): its clauses and points, a line each."""

    number = blocks.CharBlock(label=_("Number"), max_length=20)
    title = blocks.CharBlock(label=_("Title"), required=False, max_length=400)
    text = blocks.TextBlock(
        label=_("Text"), rows=10, help_text=_("A line for each clause (“1. …”), point (“a) …”) or paragraph.")
    )

    class Meta:
        icon = "list-ol"
        label = pgettext_lazy("of a legal document", "Article")
        template = "blocks/legal_article.html"


class LegalBlocks(blocks.StreamBlock):
    """The structure of a legal document."""

    part = PartBlock()
    preamble = blocks.TextBlock(label=_("Preamble"), icon="pilcrow", template="blocks/legal_preamble.html")
    chapter = ChapterBlock()
    article = LegalArticleBlock()
    closing = blocks.TextBlock(label=_("Closing"), icon="pilcrow", template="blocks/legal_closing.html")
