"""Files of texts that come back from a translator."""

from __future__ import annotations

import re
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST
from wagtail.admin import messages
from wagtail_localize.models import Translation
from wagtail_localize.views.edit_translation import upload_pofile

MADE_HERE = re.compile(rb'^"X-WagtailLocalize-TranslationID: [0-9a-f-]{36}\\n"', re.MULTILINE)
AT_MOST = 5 * 1024 * 1024


@require_POST
def take_in(request: HttpRequest, translation_id: int) -> HttpResponse:
    """The package's own view breaks on no file, and on a file that was not made by it."""
    translation = get_object_or_404(Translation, pk=translation_id)
    file = request.FILES.get("file")
    if not file or (file.size or 0) > AT_MOST or not MADE_HERE.search(file.read()):
        messages.error(request, _("This is not a PO file that was downloaded from here. Nothing was changed."))
        return redirect(translation.get_target_instance_edit_url())
    file.seek(0)
    answer: Any = upload_pofile(request, translation_id)
    return answer
