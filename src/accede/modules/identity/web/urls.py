"""Addresses of one's own work and account, of people, organisations, roles and the record."""

from django.conf import settings
from django.urls import include, path

from accede.modules.identity.web import (
    accepting,
    accounts,
    address,
    grants,
    inviting,
    letters,
    links,
    organisations,
    people,
    record,
    working,
)

app_name = "identity"
urlpatterns = [
    path("work/", working.work, name="work"),
    path("work/act-for/", working.act_for, name="act-for"),
    path("account/", accounts.account, name="account"),
    path("account/sign-out-everywhere/", accounts.sign_out_everywhere, name="sign-out-everywhere"),
    path("account/address/", address.ask, name="address"),
    path("account/address/<str:token>/", address.take, name="address-take"),
    path("account/data/", accounts.data, name="data"),
    path("account/record/", record.own_record, name="own-record"),
    path("invitations/", inviting.invitations, name="invitations"),
    path("invitations/<uuid:invitation>/revoke/", inviting.revoke, name="invitation-revoke"),
    path("invitation/<str:token>/", accepting.accept, name="invitation-accept"),
    path("people/", people.people, name="people"),
    path("people/<uuid:person>/", people.person, name="person"),
    path("people/<uuid:person>/close/", people.close, name="person-close"),
    path("people/<uuid:person>/take-name-out/", people.take_name_out, name="person-take-name-out"),
    path("people/<uuid:person>/give-role/", grants.give, name="grant-give"),
    path("organisations/", include(organisations.urlpatterns)),
    path("roles/", grants.role_list, name="roles"),
    path("grants/", grants.grants, name="grants"),
    path("grants/<uuid:grant>/confirm/", grants.confirm, name="grant-confirm"),
    path("grants/<uuid:grant>/end/", grants.end, name="grant-end"),
    path("letters/", letters.letters, name="letters"),
    path("record/", record.record, name="record"),
]
if settings.ACCEDE_SAMPLE_PEOPLE:
    urlpatterns.append(path("sign-in/link/<str:token>/", links.sign_in_by_link, name="sign-in-by-link"))
