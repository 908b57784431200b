"""Saving one passage in the translation editor, where the passage was a machine's."""

from http import HTTPMethod
from typing import cast

from django.contrib.auth.models import AbstractUser
from django.db import transaction
from django.http import HttpRequest, HttpResponseBase, JsonResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from wagtail_localize.models import StringSegment, StringTranslation, Translation
from wagtail_localize.views.edit_translation import edit_string_translation

from site_core.translation.machine.reading import may_read_over, record, unread_in


def edit_passage(request: HttpRequest, translation_id: int, string_segment_id: int) -> HttpResponseBase:
    """
    wagtail-localize's own. What is saved with other words was read by whoever wrote them; saved as it was, it is
    approved, and that takes the reviewer's right.
    """
    translation = get_object_or_404(Translation.objects.select_related("source"), pk=translation_id)
    before = _machines(translation, string_segment_id)
    if before is None or request.method != HTTPMethod.PUT:
        return edit_string_translation(request, translation_id, string_segment_id)
    with transaction.atomic():
        answer = edit_string_translation(request, translation_id, string_segment_id)
        after = StringTranslation.objects.get(pk=before.pk)
        if after.translation_type == before.translation_type:
            return answer  # It was refused.
        is_new_text = after.data.split() != before.data.split()
        if not is_new_text and not may_read_over(request.user, translation):
            transaction.set_rollback(True)
            refusal = _("You may change this text, but not approve it as the machine wrote it.")
            return JsonResponse({"detail": refusal}, status=403)
        record(translation, cast(AbstractUser, request.user), 1, by_hand=is_new_text)
    return answer


def _machines(translation: Translation, segment_id: int) -> StringTranslation | None:
    segment = get_object_or_404(StringSegment, pk=segment_id)
    rows = unread_in(translation).filter(translation_of=segment.string_id, context=segment.context_id)
    return rows.first()
