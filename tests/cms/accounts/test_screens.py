"""The lists of people and seats, as each role meets them."""

import pytest
from django.contrib.messages import get_messages
from django.urls import reverse

from cms.accounts.models import Delegation, Seat, SeatAssignment, User
from cms.core.clock import day_before, today
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db
LISTS = ("seat", "seatassignment", "delegation")


@pytest.fixture
def as_director(client, province):
    client.force_login(province.director)
    return client


def listing(model):
    return reverse(f"wagtailsnippets_accounts_{model}:list")


def adding(model):
    return reverse(f"wagtailsnippets_accounts_{model}:add")


@pytest.mark.parametrize("model", LISTS)
@pytest.mark.parametrize(
    "person, opens",
    [("director", True), ("security", True), ("auditor", True), ("contributor", False), ("moderator", False)],
)
def test_each_list_opens_to_those_who_may_read_it(client, province, model, person, opens):
    client.force_login(getattr(province, person))

    assert (client.get(listing(model)).status_code == 200) is opens


@pytest.mark.parametrize(
    "person, opens",
    [("director", True), ("security", True), ("auditor", True), ("contributor", False), ("lead", False)],
)
def test_the_list_of_people_opens_to_those_who_may_read_it(client, province, person, opens):
    client.force_login(getattr(province, person))

    for query in ("", "?q=lead", "?is_active=true&closed=false", "?ordering=-email"):
        assert (client.get(reverse("wagtailusers_users:index") + query).status_code == 200) is opens


@pytest.mark.parametrize("model", LISTS)
@pytest.mark.parametrize("person", ["security", "auditor", "contributor", "lead", "moderator", "screener"])
def test_nobody_but_the_director_adds_to_a_list(client, province, model, person):
    client.force_login(getattr(province, person))

    assert client.get(adding(model)).status_code == 302


@pytest.mark.parametrize("model", LISTS)
def test_no_row_is_deleted_even_by_the_break_glass_account(client, province, model):
    client.force_login(UserFactory(is_superuser=True))
    row = Seat.objects.first()

    answer = client.post(reverse(f"wagtailsnippets_accounts_{model}:delete", args=[row.pk]))

    assert answer.status_code == 302
    assert Seat.objects.filter(pk=row.pk).exists()


def test_a_list_costs_the_same_for_few_and_for_many(as_director, django_assert_max_num_queries):
    as_director.get(listing("seatassignment"))

    with django_assert_max_num_queries(40):
        as_director.get(listing("seatassignment"))


def test_a_seat_is_opened_from_its_screen_within_the_quota(as_director, province):
    form = {"agency": province.agency2.pk, "kind": "approve", "valid_from": today(), "valid_to": "", "legal_basis": ""}

    assert as_director.post(adding("seat"), form).status_code == 302
    assert as_director.post(adding("seat"), {**form, "kind": "contribute"}).status_code == 200

    assert Seat.objects.get(agency=province.agency2, kind="approve").slot == 1
    assert Seat.objects.filter(agency=province.agency2, kind="contribute").count() == 1


def test_a_new_custodian_takes_the_seat_from_its_screen(as_director, province):
    seat, newcomer = Seat.objects.get(assignments__user=province.contributor), UserFactory()
    form = {
        "seat": seat.pk,
        "user": newcomer.pk,
        "valid_from": today(),
        "document_number": "15/CV",
        "document_date": today(),
        "position_vi": "Chuyên viên",
    }

    answer = as_director.post(adding("seatassignment"), form)

    assert answer.status_code == 302
    assert seat.custodian() == newcomer
    assert SeatAssignment.objects.get(user=newcomer).position_vi == "Chuyên viên"
    assert SeatAssignment.objects.get(user=province.contributor).valid_to == day_before(today())
    assert not User.objects.get(pk=province.contributor.pk).is_active


def delegation_form(seat, to):
    days = {"valid_from": today(), "valid_to": today(), "document_date": today()}
    return {"seat": seat.pk, "to_user": to.pk, "document_number": "42/UQ", "scope": "Bài viết", **days}


def test_a_delegation_is_recorded_from_its_screen(as_director, province):
    seat, delegate = Seat.objects.get(assignments__user=province.lead), UserFactory()

    assert as_director.post(adding("delegation"), delegation_form(seat, delegate)).status_code == 302

    assert Delegation.objects.get().to_user == delegate


def test_a_delegate_of_the_director_cannot_pass_it_on_from_the_screen(client, province):
    seat = Seat.objects.get(assignments__user=province.director)
    delegate = UserFactory()
    from tests.factories import DelegationFactory

    DelegationFactory(seat=seat, to_user=delegate)
    client.force_login(delegate)

    answer = client.post(adding("delegation"), delegation_form(seat, UserFactory()))

    assert answer.status_code == 200
    assert answer.context["form"].errors["seat"]
    assert Delegation.objects.count() == 1


def test_a_person_is_entered_with_a_one_time_password_shown_once(as_director):
    form = {"full_name": "Phạm Ngọc An", "email": "An@haidang.example", "phone": ""}

    answer = as_director.post(reverse("wagtailusers_users:add"), form)

    person = User.objects.get(email="an@haidang.example")
    (message,) = (str(message) for message in get_messages(answer.wsgi_request))
    assert person.must_change_password
    assert any(person.check_password(word.strip(".")) for word in message.split())


def test_the_screens_of_a_person_have_neither_groups_nor_superusers(as_director, province):
    for url in (reverse("wagtailusers_users:add"), reverse("wagtailusers_users:edit", args=[province.lead.pk])):
        form = as_director.get(url).context["form"]

        assert set(form.fields) == {"full_name", "email", "phone"}


def test_a_forgotten_password_is_replaced_from_the_screen(as_director, province):
    url = reverse("wagtailusers_users:edit", args=[province.lead.pk])

    as_director.post(url, {"one_time_password": "1"})

    assert User.objects.get(pk=province.lead.pk).must_change_password


def test_somebody_with_data_has_no_delete_button_and_no_way_round_it(client, province):
    client.force_login(UserFactory(is_superuser=True))
    url = reverse("wagtailusers_users:delete", args=[province.lead.pk])

    page = client.get(reverse("wagtailusers_users:edit", args=[province.lead.pk])).content.decode()

    assert url not in page
    assert client.post(url).status_code == 302
    bulk = reverse("wagtail_bulk_action", args=["accounts", "user", "delete"]) + f"?id={province.lead.pk}"
    client.post(bulk)
    assert User.objects.filter(pk=province.lead.pk).exists()


def test_an_unused_account_can_be_deleted_by_the_director(as_director):
    user = UserFactory()
    url = reverse("wagtailusers_users:delete", args=[user.pk])

    assert url in as_director.get(reverse("wagtailusers_users:edit", args=[user.pk])).content.decode()
    as_director.post(url)

    assert not User.objects.filter(pk=user.pk).exists()


@pytest.mark.parametrize("action", ["set_active_state", "assign_role"])
def test_nothing_is_done_to_people_in_bulk(as_director, province, action):
    bulk = reverse("wagtail_bulk_action", args=["accounts", "user", action]) + f"?id={province.lead.pk}"

    as_director.post(bulk, {"mark_as_active": "False", "role": "1"})

    assert User.objects.get(pk=province.lead.pk).is_active


def deed(name, row):
    return reverse("accounts_deed", args=[name, row.pk])


def test_security_locks_from_the_list_with_a_reason_and_cannot_unlock(client, province):
    client.force_login(province.security)
    page = client.get(reverse("wagtailusers_users:index")).content.decode()

    client.post(deed("lock", province.lead), {"reason": "Laptop stolen"})

    assert deed("lock", province.lead) in page
    assert deed("unlock", province.lead) not in page
    assert not User.objects.get(pk=province.lead.pk).is_active
    assert client.post(deed("unlock", province.lead), {"reason": "x"}).status_code == 302
    assert not User.objects.get(pk=province.lead.pk).is_active


def test_security_can_neither_edit_nor_enter_people(client, province):
    client.force_login(province.security)

    assert client.get(reverse("wagtailusers_users:add")).status_code == 302
    assert client.get(reverse("wagtailusers_users:edit", args=[province.lead.pk])).status_code == 302
    assert client.post(deed("close", province.lead), {"reason": "x", "document": "1"}).status_code == 302
    assert User.objects.get(pk=province.lead.pk).closed_at is None


def test_no_deed_without_a_reason(as_director, province):
    answer = as_director.post(deed("lock", province.lead), {"reason": ""})

    assert answer.status_code == 200
    assert User.objects.get(pk=province.lead.pk).is_active


def test_the_director_closes_an_account_by_a_written_request(as_director, province):
    as_director.post(deed("close", province.contributor), {"reason": "Retired", "document": "16/CV"})

    assert User.objects.get(pk=province.contributor.pk).closed_at


def test_the_break_glass_account_cannot_be_edited_by_the_director(as_director):
    sealed = UserFactory(is_superuser=True)

    assert as_director.get(reverse("wagtailusers_users:edit", args=[sealed.pk])).status_code == 302


@pytest.mark.parametrize("name", ["suspend-seat", "close-seat"])
def test_a_deed_on_a_seat_is_done_from_its_list(as_director, province, name):
    seat = Seat.objects.get(assignments__user=province.contributor)

    assert deed(name, seat) in as_director.get(listing("seat")).content.decode()
    as_director.post(deed(name, seat), {"reason": "The agency asked for it"})

    seat.refresh_from_db()
    assert seat.state != "active"
