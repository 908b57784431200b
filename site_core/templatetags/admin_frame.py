"""What the frame of the admin asks about the installation."""

from django import template
from django.conf import settings

register = template.Library()


@register.simple_tag
def is_demonstration() -> bool:
    return settings.DEMONSTRATION
