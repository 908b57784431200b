"""What is asked before a withdrawal: why."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from site_core.translation.withdrawing.reasons import Reason

LONGEST_NOTE = 500


class WithdrawForm(forms.Form):
    reason = forms.ChoiceField(label=_("Why?"), choices=Reason.choices, widget=forms.RadioSelect)
    note = forms.CharField(
        label=_("In your own words"),
        help_text=_("For colleagues only. Write no names and nothing else that must not be found."),
        max_length=LONGEST_NOTE,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    below = forms.BooleanField(required=False)

    def clean(self) -> dict[str, Any] | None:
        found = super().clean()
        if self.cleaned_data.get("reason") == Reason.OTHER and not self.cleaned_data.get("note"):
            self.add_error("note", ValidationError(_("Say in a few words why."), code="required"))
        return found
