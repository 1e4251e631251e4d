"""Two people and a clock stand between an entry of a register and the public."""

import datetime

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from cms.accounts.choices import SeatKind
from cms.core import clock
from cms.deadlines.choices import Outcome
from cms.deadlines.models import Deadline
from cms.registry import services
from cms.registry.models import OfficialAccount, PressOrganisation, Spokesperson, SpokespersonDelegation
from tests.factories import seated

HOUR = datetime.timedelta(hours=1)
DAY = datetime.timedelta(days=1)

pytestmark = pytest.mark.django_db


def spokesperson(province, *, hours_ago=2, **words):
    given = {
        "agency": province.department,
        "name": "Nguyễn Thị Mẫu",
        "position_vi": "Phó Giám đốc",
        "position_en": "Deputy Director",
        "phone": "0234 000 000",
        "email": "phatngon@mau.example",
        "decision_number": "12/QĐ",
        "decided_at": timezone.now() - hours_ago * HOUR,
        "valid_from": clock.today() - 5 * DAY,
    }
    return Spokesperson(**{**given, **words})


def entered(province, **words):
    return services.enter(spokesperson(province, **words), by=province.moderator)


def delegation(speaker, **words):
    today = clock.today()
    given = {
        "spokesperson": speaker,
        "name": "Trần Văn Thay",
        "position": "Chánh Văn phòng",
        "matter": "Tin đồn về cầu mẫu",
        "document_number": "3/UQ",
        "document_date": today - 3 * DAY,
        "valid_from": today - 2 * DAY,
        "valid_to": today + 2 * DAY,
    }
    made = SpokespersonDelegation(**{**given, **words})
    made.full_clean()
    made.save()
    return made


def test_the_clock_of_24_hours_runs_from_the_decision(province):
    entry = entered(province, hours_ago=2)

    running = Deadline.objects.of(entry).get()
    assert (running.code, running.due_at) == ("SPOKES_PUBLISH", entry.decided_at + DAY)
    assert not Spokesperson.objects.listed().exists()


def test_a_director_makes_it_public_in_time(province):
    entry = entered(province)

    services.make_public(entry, by=province.director)

    assert list(Spokesperson.objects.listed()) == [entry]
    assert Deadline.objects.of(entry).get().outcome == Outcome.ON_TIME


def test_public_after_a_day_is_late_for_ever(province):
    entry = entered(province, hours_ago=30)

    services.make_public(entry, by=province.director)

    assert Deadline.objects.of(entry).get().outcome == Outcome.LATE


@pytest.mark.parametrize("who", ["moderator", "lead", "contributor"])
def test_nobody_but_a_director_makes_it_public(province, who):
    entry = entered(province)

    with pytest.raises(PermissionDenied):
        services.make_public(entry, by=getattr(province, who))


def test_a_director_does_not_publish_an_own_entry(province):
    entry = services.enter(spokesperson(province), by=province.director)

    with pytest.raises(ValidationError):
        services.make_public(entry, by=province.director)
    with pytest.raises(IntegrityError), transaction.atomic():
        Spokesperson.objects.filter(pk=entry.pk).update(published_by=province.director, published_at=timezone.now())


def test_one_who_speaks_no_more_is_not_on_the_list(province):
    entry = services.make_public(entered(province), by=province.director)

    services.end(entry, last_day=clock.today() - DAY, by=province.moderator)

    assert not Spokesperson.objects.listed().exists()
    assert list(Spokesperson.objects.listed(on=clock.today() - 2 * DAY)) == [entry]


def test_a_decision_ahead_of_time_is_refused(province):
    with pytest.raises(ValidationError) as refusal:
        entered(province, hours_ago=-3)

    assert "decided_at" in refusal.value.message_dict


def test_a_delegation_that_ended_yesterday_gives_nobody_a_voice(province):
    speaker = services.make_public(entered(province), by=province.director)
    ended = delegation(speaker, valid_to=clock.today() - DAY)

    assert ended.may_speak(clock.today() - DAY)
    assert not ended.may_speak(clock.today())


def test_a_delegation_by_somebody_not_yet_public_gives_nobody_a_voice(province):
    assert not delegation(entered(province)).may_speak(clock.today())


@pytest.mark.parametrize(
    "words",
    [{"valid_to": None}, {"valid_from": None}, {"document_date": clock.today()}],
    ids=["no last day", "no first day", "written afterwards"],
)
def test_a_delegation_is_written_first_and_has_two_ends(province, words):
    with pytest.raises(ValidationError):
        delegation(entered(province), **words)


def test_an_account_is_official_once(province):
    given = {"agency": province.department, "platform": "facebook", "name": "Tỉnh Mẫu", "url": "https://fb.example/mau"}
    services.enter(OfficialAccount(**given), by=province.moderator)

    with pytest.raises(ValidationError):
        services.enter(OfficialAccount(**given), by=province.moderator)


def test_foreign_press_has_a_country():
    with pytest.raises(ValidationError):
        PressOrganisation(name="The Sample Times", kind="visiting").full_clean()


def test_a_moderator_enters_on_the_screen_and_a_director_publishes_there(province, client):
    client.force_login(province.moderator)
    form = {
        "agency": province.department.pk,
        "name": "Nguyễn Thị Mẫu",
        "phone": "0234 000 000",
        "email": "phatngon@mau.example",
        "decision_number": "12/QĐ",
        "decided_at": (timezone.localtime() - HOUR).strftime("%Y-%m-%d %H:%M"),
        "position_vi": "Phó Giám đốc",
    }

    answer = client.post(reverse(Spokesperson.snippet_viewset.get_url_name("add")), form)

    entry = Spokesperson.objects.get()
    assert (answer.status_code, entry.entered_by, entry.is_public) == (302, province.moderator, False)
    address = reverse("registry:make_public", args=["spokesperson", entry.pk])
    assert client.get(address, follow=True).status_code == 404
    client.force_login(province.director)
    assert "Phó Giám đốc" in client.get(address).content.decode()
    client.post(address)
    entry.refresh_from_db()
    assert entry.is_public


def test_what_is_public_changes_by_a_new_entry_alone(province, client):
    entry = services.make_public(entered(province), by=province.director)
    client.force_login(province.moderator)
    address = reverse(Spokesperson.snippet_viewset.get_url_name("edit"), args=[entry.pk])

    client.post(address, {"name": "Ai khác", "valid_to": clock.today().isoformat()})

    entry.refresh_from_db()
    assert (entry.name, entry.valid_to) == ("Nguyễn Thị Mẫu", clock.today())


def test_other_staff_only_read_the_registers(province, client):
    client.force_login(seated(province.agency, SeatKind.CONTRIBUTE))

    assert client.get(reverse(Spokesperson.snippet_viewset.get_url_name("list"))).status_code == 200
    assert client.get(reverse(Spokesperson.snippet_viewset.get_url_name("add"))).status_code == 302
