"""Over what a role can reach: the kinds and the themes, with their words."""

from collections.abc import Mapping

from accede.foundation.fields import Words
from accede.modules.identity.models.grants import ScopeKind, Theme

STATE, ORGANISATION, THEME = ScopeKind.STATE.value, ScopeKind.ORGANISATION.value, ScopeKind.THEME.value
SCOPE_KINDS: Mapping[str, Words] = {kind.value: kind.label for kind in ScopeKind}
THEMES: Mapping[str, Words] = {theme.value: theme.label for theme in Theme}
