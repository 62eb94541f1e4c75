"""Remove a passkey, unless it is the last second factor of somebody whose role asks for one."""

from allauth.mfa.adapter import get_adapter
from allauth.mfa.webauthn.views import RemoveWebAuthnView
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import render


class RemovePasskeyView(RemoveWebAuthnView):
    """The library asks before it removes an app, and not before it removes a passkey."""

    def form_valid(self, form: Form) -> HttpResponse:
        """Remove it, or say why it stays."""
        adapter = get_adapter()
        if not adapter.can_delete_authenticator(self.get_object()):
            problems = [adapter.error_messages["cannot_delete_authenticator"]]
            return render(self.request, "identity/unable.html", {"problems": problems}, status=409)
        response: HttpResponse = super().form_valid(form)
        return response


remove_passkey = RemovePasskeyView.as_view()
