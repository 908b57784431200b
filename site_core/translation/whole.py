"""Whether a translation may become public: publishing fills what is missing with the source's words (stack.md, T2)."""

from django.db.models import Model
from django.utils.translation import ngettext
from wagtail_localize.models import Translation


def translation_of(instance: Model) -> Translation | None:
    """The translation that a page or snippet comes from; None: it is written by hand."""
    return Translation.objects.filter(
        source__object_id=instance.translation_key, target_locale_id=instance.locale_id, enabled=True
    ).first()


def why_not_whole(translation: Translation) -> str:
    """What is to be said of passages that are not translated; nothing where all are."""
    total, translated = translation.get_progress()
    missing = total - translated
    if not missing:
        return ""
    return ngettext(
        "Not published: %(count)d passage is not translated yet.",
        "Not published: %(count)d passages are not translated yet.",
        missing,
    ) % {"count": missing}
