"""How people sign in: password and second factor, passkeys, sessions, OpenID Connect, limits on every secret."""

from datetime import timedelta
from typing import Any

from accede.site.settings.partners import origins_of, partners_from_environment

AUTH_USER_MODEL = "identity.Person"
AUTHENTICATION_BACKENDS = ["accede.modules.identity.web.backend.ByAddress"]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS: list[dict[str, Any]] = [
    {
        "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ("name", "email")},
    },
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "identity:work"
PASSWORD_RESET_TIMEOUT = int(timedelta(hours=2).total_seconds())

SESSION_ENGINE = "accede.modules.identity.web.keeping"
SESSION_COOKIE_NAME = "accede_session"
SESSION_COOKIE_AGE = int(timedelta(hours=12).total_seconds())
SESSION_COOKIE_HTTPONLY = True
# “Lax”, not “Strict”: coming back from an OpenID Connect provider is a navigation from another site.
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Strict"
CSRF_FAILURE_VIEW = "accede.modules.identity.web.errors.stale_form"
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"

ACCOUNT_ADAPTER = "accede.modules.identity.web.adapters.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"  # an address is verified by the invitation that was sent there
ACCOUNT_PREVENT_ENUMERATION = "strict"
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_PASSWORD_RESET_TOKEN_GENERATOR = "accede.modules.identity.web.resetting.ResetTokens"  # noqa: S105  (a path)
ACCOUNT_LOGOUT_ON_PASSWORD_CHANGE = True
ACCOUNT_REAUTHENTICATION_TIMEOUT = 900
ACCOUNT_FORMS = {
    "login": "accede.modules.identity.web.account_forms.SignInForm",
    "change_password": "accede.modules.identity.web.account_forms.ChangePasswordForm",
    "set_password": "accede.modules.identity.web.account_forms.SetPasswordForm",
    "reset_password": "accede.modules.identity.web.account_forms.ForgottenPasswordForm",
    "reset_password_from_key": "accede.modules.identity.web.account_forms.NewPasswordForm",
    "reauthenticate": "accede.modules.identity.web.account_forms.ConfirmPasswordForm",
}
ACCOUNT_RATE_LIMITS = {
    "login": "30/m/ip",
    "login_failed": "10/m/ip,5/5m/key",
    "reset_password": "5/m/ip,3/h/key",
    "reset_password_from_key": "10/m/ip",
    "change_password": "5/m/user",
    "reauthenticate": "5/m/user",
    # Of our own views, in the same store.
    "invitation": "20/m/ip",
    "sign_in_link": "20/m/ip",
    "follow_up": "60/m/ip",  # participants of one ministry share an address
    "address": "5/h/user",
}

MFA_ADAPTER = "accede.modules.identity.web.adapters.SecondFactorAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TOTP_ISSUER = "Accede"
MFA_TOTP_TOLERANCE = 1
MFA_RECOVERY_CODES_SHOW_ONCE = True
MFA_WEBAUTHN_USER_VERIFICATION = "required"
MFA_FORMS = {
    "authenticate": "accede.modules.identity.web.factor_forms.CodeForm",
    "reauthenticate": "accede.modules.identity.web.factor_forms.ConfirmCodeForm",
    "activate_totp": "accede.modules.identity.web.factor_forms.ActivateAppForm",
    "add_webauthn": "accede.modules.identity.web.factor_forms.AddPasskeyForm",
}

USERSESSIONS_TRACK_ACTIVITY = False

SOCIALACCOUNT_ADAPTER = "accede.modules.identity.web.adapters.PartnerAdapter"
SOCIALACCOUNT_LOGIN_ON_GET = False
SOCIALACCOUNT_STORE_TOKENS = False
SOCIALACCOUNT_EMAIL_AUTHENTICATION = False
SOCIALACCOUNT_OPENID_CONNECT_URL_PREFIX = ""
SOCIALACCOUNT_PROVIDERS: dict[str, Any] = {
    "openid_connect": {"OAUTH_PKCE_ENABLED": True, "APPS": partners_from_environment()}
}
PARTNER_ORIGINS = origins_of(SOCIALACCOUNT_PROVIDERS["openid_connect"]["APPS"])

#: Whether the people of the example States exist and can sign in by a link that the server prints: on one's own
#: machine only (a check refuses it elsewhere).
ACCEDE_SAMPLE_PEOPLE = False

EMAIL_TIMEOUT = 10
DEFAULT_FROM_EMAIL = "Accede <accede@localhost>"
