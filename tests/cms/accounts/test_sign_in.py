"""The door: signing in, the first password, and what happens after too many wrong ones."""

import re

import pytest
from django.core import mail
from django.core.cache import cache
from django.urls import reverse

from cms.accounts import services
from cms.accounts.models import User
from tests.factories import PASSWORD, SeatAssignmentFactory, UserFactory

pytestmark = pytest.mark.django_db
LOGIN, CHANGE = "/accounts/login/", "/accounts/password/change/"
OWN = "Mật-khẩu-mới-2026"


@pytest.fixture(autouse=True)
def no_earlier_tries():
    cache.clear()


@pytest.fixture
def newcomer(province):
    """A contributor with a one-time password."""
    user = province.contributor
    user.one_time = services.issue_password(user, by=None)
    return user


def sign_in(client, email, password=PASSWORD):
    return client.post(LOGIN, {"login": email, "password": password})


def choose(client, old, new):
    return client.post(CHANGE, {"oldpassword": old, "password1": new, "password2": new})


def test_somebody_with_a_seat_signs_in_and_comes_to_the_desk(client, province):
    answer = sign_in(client, "  CONTRIBUTOR@haidang.example ")

    assert answer.status_code == 302
    assert answer["Location"] == reverse("wagtailadmin_home")


def test_a_wrong_password_is_refused(client, province):
    answer = sign_in(client, province.contributor.email, "wrong")

    assert answer.status_code == 200
    assert "_auth_user_id" not in client.session


@pytest.mark.parametrize(
    "path, door", [("/admin/login/", LOGIN), ("/admin/password_reset/", "/accounts/password/reset/")]
)
def test_the_desks_own_doors_lead_to_ours(client, path, door):
    assert client.get(path)["Location"].startswith(door)
    assert client.post(path, {"username": "a", "password": "b"})["Location"].startswith(door)


def test_the_desk_sends_visitors_to_the_door(client):
    assert client.get("/admin/")["Location"] == f"{LOGIN}?next=/admin/"


@pytest.mark.parametrize("path", ["/accounts/signup/", "/accounts/email/", "/accounts/confirm-email/x/"])
def test_nobody_signs_up_or_changes_their_address(client, path):
    assert client.get(path)["Location"] == LOGIN
    assert client.post(path, {"email": "x@y.vn", "password1": OWN, "password2": OWN})["Location"] == LOGIN
    assert not User.objects.exists()


def test_the_adapter_keeps_the_door_shut(rf):
    from allauth.account.adapter import get_adapter

    assert get_adapter().is_open_for_signup(rf.get("/")) is False


@pytest.mark.parametrize(
    "path",
    ["/admin/", "/admin/pages/", "/admin/users/", "/admin/account/", "/vi/", "/accounts/2fa/", "/accounts/sessions/"],
)
def test_until_the_first_password_is_changed_no_page_opens(client, newcomer, path):
    sign_in(client, newcomer.email, newcomer.one_time)

    for answer in (client.get(path), client.post(path)):
        assert (answer.status_code, answer["Location"]) == (302, CHANGE)


def test_until_the_first_password_is_changed_the_api_refuses(client, newcomer):
    sign_in(client, newcomer.email, newcomer.one_time)

    assert client.get("/api/search/?q=a").status_code == 403


@pytest.mark.parametrize("path", [CHANGE, "/accounts/logout/"])
def test_changing_the_password_and_leaving_stay_open(client, newcomer, path):
    sign_in(client, newcomer.email, newcomer.one_time)

    assert client.get(path).status_code == 200


def test_choosing_a_password_opens_everything_else(client, newcomer):
    sign_in(client, newcomer.email, newcomer.one_time)

    answer = choose(client, newcomer.one_time, OWN)

    assert answer.status_code == 302
    assert client.get("/admin/account/").status_code == 200
    assert not User.objects.get(pk=newcomer.pk).must_change_password


def test_the_one_time_password_cannot_be_chosen(client, newcomer):
    sign_in(client, newcomer.email, newcomer.one_time)

    answer = choose(client, newcomer.one_time, newcomer.one_time)

    assert answer.status_code == 200
    assert answer.context["form"].errors["password1"].as_data()[0].code == "password_used"
    assert User.objects.get(pk=newcomer.pk).must_change_password


def test_the_one_time_password_never_comes_back(client, newcomer):
    sign_in(client, newcomer.email, newcomer.one_time)
    choose(client, newcomer.one_time, OWN)

    answer = choose(client, OWN, newcomer.one_time)

    assert answer.context["form"].errors["password1"].as_data()[0].code == "password_used"


def test_the_one_time_password_no_longer_signs_in(client, newcomer):
    sign_in(client, newcomer.email, newcomer.one_time)
    choose(client, newcomer.one_time, OWN)
    client.logout()

    assert sign_in(client, newcomer.email, newcomer.one_time).status_code == 200
    assert sign_in(client, newcomer.email, OWN).status_code == 302


@pytest.fixture
def guarded(settings):
    settings.AXES_ENABLED = True


def test_the_fifth_wrong_password_locks_in_words_of_both_languages(client, province, guarded, settings):
    answers = [sign_in(client, province.contributor.email, "wrong") for _try in range(5)]

    assert [answer.status_code for answer in answers] == [200, 200, 200, 200, 429]
    page = answers[-1].content.decode()
    assert 'lang="vi"' in page
    assert 'lang="en"' in page
    assert settings.CONTACT_EMAIL in page
    assert re.search(r"\d\d:\d\d \d\d\.\d\d\.\d{4}", page)


def test_while_locked_the_right_password_is_refused_too(client, province, guarded):
    for _try in range(5):
        sign_in(client, province.contributor.email, "wrong")

    assert sign_in(client, province.contributor.email).status_code == 429
    assert sign_in(client, province.contributor.email.upper()).status_code == 429
    assert "_auth_user_id" not in client.session


def test_others_sign_in_while_one_is_locked(client, province, guarded):
    for _try in range(5):
        sign_in(client, province.contributor.email, "wrong")

    assert sign_in(client, province.lead.email).status_code == 302


def test_an_address_without_an_account_is_locked_alike(client, guarded):
    answers = [sign_in(client, "nobody@haidang.example", "wrong") for _try in range(5)]

    assert answers[-1].status_code == 429


def test_a_forgotten_password_is_replaced_through_a_letter(client, province):
    client.post("/accounts/password/reset/", {"email": province.contributor.email})
    link = re.search(r"http://\S+", mail.outbox[0].body).group().replace("http://testserver", "")

    form = client.get(link, follow=True)
    client.post(form.request["PATH_INFO"], {"password1": OWN, "password2": OWN})

    assert sign_in(client, province.contributor.email, OWN).status_code == 302


def test_no_letter_goes_to_strangers_nor_to_the_locked(client):
    locked = UserFactory(is_active=False)

    client.post("/accounts/password/reset/", {"email": locked.email})
    client.post("/accounts/password/reset/", {"email": "stranger@haidang.example"})

    assert mail.outbox == []


def test_somebody_locked_cannot_sign_in(client):
    user = SeatAssignmentFactory(user__is_active=False).user

    sign_in(client, user.email)

    assert "_auth_user_id" not in client.session


def test_the_language_of_the_door_can_be_chosen(client):
    client.post("/accounts/language/", {"language": "en", "next": LOGIN})

    assert b'<html lang="en">' in client.get(LOGIN).content
