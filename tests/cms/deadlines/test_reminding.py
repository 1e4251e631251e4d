"""Who is told of a clock, when, and how often: once, in their language, by day unless it counts in hours."""

import datetime
from itertools import count
from unittest import mock

import pytest
from django.core import mail
from django.core.management import call_command
from wagtail.users.models import UserProfile

from cms.accounts.choices import SeatKind
from cms.deadlines import reminding, services
from cms.deadlines.choices import ReminderKind
from cms.deadlines.models import Deadline, DeadlineRule, Notice, Reminder
from cms.deadlines.writing import insert
from tests.cms.deadlines.clocks import at, happened, local
from tests.factories import AgencyFactory, seated

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def english_people(province):
    """Everybody reads English, so that words can be compared."""
    for person in vars(province).values():
        if hasattr(person, "email") and hasattr(person, "full_name"):
            prefers(person, "en")


def prefers(person, code):
    profile = UserProfile.get_for_user(person)
    profile.preferred_language = code
    profile.save()


def remind(text):
    """A round at that moment; the letters it sent, by address."""
    mail.outbox.clear()
    with at(text):
        reminding.remind()
    return {letter.to[0]: letter for letter in mail.outbox}


def begun(code, text, **people):
    """A clock that is started at the very moment from which it counts."""
    with at(text):
        return services.start(code, AgencyFactory(), at=local(text), by=None, **people)


def kinds(deadline):
    return list(deadline.reminders.order_by("pk").values_list("kind", flat=True))


def test_a_week_is_told_three_days_before_one_day_before_on_the_day_and_when_it_is_over(province):
    deadline = begun("HUE_CLARIFY", "2026-10-05 10:00", agency=province.agency, responsible=province.contributor)
    everybody = {}

    for day in range(6, 20):
        for hour in ("06:59", "07:00", "12:00", "20:59", "21:00", "23:30"):
            told = sorted(address.split("@")[0] for address in remind(f"2026-10-{day:02d} {hour}"))
            everybody |= {f"{day} {hour}": told} if told else {}

    assert everybody == {
        "9 07:00": ["contributor"],
        "11 07:00": ["contributor"],
        "12 07:00": ["contributor"],
        "13 07:00": ["contributor", "lead"],
        "14 07:00": ["deputy", "director"],
    }
    assert kinds(deadline) == list(ReminderKind)


def test_t3_a_claim_flagged_on_saturday_night_is_told_at_once(province):
    begun("PRESS_INITIAL", "2026-11-21 22:00", agency=province.agency)

    first = remind("2026-11-21 22:05")
    last_call = remind("2026-11-22 19:00")

    assert set(first) == set(last_call) == {"contributor@haidang.example", "lead@haidang.example"}
    assert "23 hours 55 minutes left" in first["lead@haidang.example"].subject
    assert "3 hours left" in last_call["lead@haidang.example"].subject


def test_hours_that_run_out_at_night_are_told_at_night(province):
    begun("PRESS_INITIAL", "2026-11-20 23:00", agency=province.agency, responsible=province.contributor)
    remind("2026-11-20 23:05"), remind("2026-11-21 20:30")

    overdue = remind("2026-11-21 23:05")
    escalated = remind("2026-11-22 00:05")

    assert set(overdue) == {"contributor@haidang.example", "lead@haidang.example"}
    assert set(escalated) == {"director@haidang.example", "deputy@haidang.example"}


def test_what_was_missed_is_told_once_by_its_last_word(province):
    """No round ran for a week: one letter says that it is overdue, none says that three days are left."""
    deadline = begun("HUE_CLARIFY", "2026-10-05 10:00", agency=province.agency)

    remind("2026-10-13 08:00")

    assert kinds(deadline) == [ReminderKind.OVERDUE]


def test_when_the_director_is_told_late_the_agency_is_told_too(province):
    begun("HUE_CLARIFY", "2026-10-05 10:00", agency=province.agency)

    told = remind("2026-10-20 08:00")

    assert {address.split("@")[0] for address in told} == {"contributor", "lead", "director", "deputy"}


def test_a_clock_that_began_less_than_three_days_before_its_end_is_told_a_day_before(province):
    deadline = begun("INFO_SIMPLE", "2026-10-05 10:00", agency=province.agency)  # due Thursday the 8th

    remind("2026-10-06 12:00")
    assert kinds(deadline) == []
    remind("2026-10-07 12:00")
    assert kinds(deadline) == [ReminderKind.ONE_DAY]


def test_nobody_is_told_of_what_is_done_waived_or_stands_still(province):
    DeadlineRule.objects.filter(code="HUE_CLARIFY").update(may_pause=True)
    done, waived, still = (begun("HUE_CLARIFY", "2026-10-05 10:00", agency=province.agency) for _each in range(3))
    for event in ("statement", "copied"):
        happened(done, event, "2026-10-06 10:00")
    services.waive(waived, reason="Không thuộc tỉnh.", by=None)
    with at("2026-10-06 10:00"):
        services.pause(still, reason="Chờ.", at=local("2026-10-06 09:00"), by=None)

    assert remind("2026-10-30 10:00") == {}


def test_after_a_pause_it_is_told_before_the_new_end(province):
    DeadlineRule.objects.filter(code="HUE_CLARIFY").update(may_pause=True)
    deadline = begun("HUE_CLARIFY", "2026-10-05 10:00", agency=province.agency)
    with at("2026-10-20 10:00"):
        services.pause(deadline, reason="Chờ.", at=local("2026-10-06 09:00"), by=None)
        deadline = services.resume(deadline, at=local("2026-10-16 09:00"), by=None)

    remind("2026-10-19 08:00")

    assert (f"{deadline.last_day:%d.%m}", kinds(deadline)) == ("22.10", [ReminderKind.THREE_DAYS])


def test_a_letter_is_in_the_language_of_the_person_and_names_no_record(province):
    prefers(province.lead, "vi")
    subject = AgencyFactory(name_vi="Tin đồn về đập nước")
    with at("2026-10-05 10:00"):
        services.start("HUE_CLARIFY", subject, at=local("2026-10-05 10:00"), agency=province.agency, by=None)

    letters = remind("2026-10-11 08:00")

    english, vietnamese = letters["contributor@haidang.example"], letters["lead@haidang.example"]
    assert english.subject == "Clarification of false information: 1 day 16 hours left"
    assert "1 day 16 hours left, due 23:59 on Monday 12 October." in english.body.replace("\n", " ")
    assert vietnamese.subject == "Làm rõ thông tin sai lệch: còn 1 ngày 16 giờ"
    assert "hết hạn 23:59 thứ Hai 12/10" in vietnamese.body
    assert "/admin/calendar/" in english.body
    assert not any("đập" in letter.subject + letter.body for letter in letters.values())


def test_one_letter_a_person_carries_all_that_is_new(province):
    for _each in range(25):
        begun("HUE_CLARIFY", "2026-10-05 10:00", agency=province.agency)

    letters = remind("2026-10-09 08:00")

    assert len(letters) == 2
    letter = letters["lead@haidang.example"]
    assert "(and 24 other deadlines)" in letter.subject
    assert letter.body.count("Clarification of false information") == 20
    assert "And 5 more, in your calendar." in letter.body
    assert Notice.objects.count() == 50


def test_where_nobody_sits_the_director_is_told(province):
    begun("HUE_CLARIFY", "2026-10-05 10:00", agency=AgencyFactory())

    assert set(remind("2026-10-09 08:00")) == {"director@haidang.example", "deputy@haidang.example"}


def test_where_the_person_has_left_their_agency_is_told(province):
    begun("HUE_CLARIFY", "2026-10-05 10:00", agency=province.agency, responsible=province.contributor2)
    province.contributor2.is_active = False
    province.contributor2.save()

    assert set(remind("2026-10-09 08:00")) == {"contributor@haidang.example", "lead@haidang.example"}


def test_whoever_follows_an_agency_is_told_of_its_clocks(province):
    from cms.organisation.services import succeed

    old, new = AgencyFactory(), AgencyFactory()
    seated(new, SeatKind.CONTRIBUTE, email="heir@haidang.example")
    begun("HUE_CLARIFY", "2026-10-05 10:00", agency=old)
    succeed(old, successor=new, kind="merge", effective_on=datetime.date(2026, 10, 7), legal_basis="QĐ", by=None)

    assert set(remind("2026-10-09 08:00")) == {"heir@haidang.example"}


# --- killed and run again


def told_twice():
    seen = [(notice.reminder.deadline_id, notice.reminder.kind, notice.person_id) for notice in Notice.objects.all()]
    return len(seen) - len(set(seen))


def test_a_round_killed_between_batches_goes_on_where_it_was(province):
    for _each in range(7):
        begun("HUE_CLARIFY", "2026-10-05 10:00", agency=province.agency)
    calls = count(1)

    def killed_at_the_sixth(*args, **moments):
        """Each batch writes twice: the third is killed when its reminders are written and its notices are not."""
        if next(calls) == 6:
            raise KeyboardInterrupt
        insert(*args, **moments)

    with mock.patch.object(reminding, "A_BATCH", 2):
        with mock.patch.object(reminding, "insert", killed_at_the_sixth), pytest.raises(KeyboardInterrupt):
            remind("2026-10-09 08:00")
        assert Reminder.objects.count() == 4
        letters = remind("2026-10-09 08:05")

    assert (Reminder.objects.count(), Notice.objects.count(), told_twice()) == (7, 14, 0)
    assert set(letters) == {"contributor@haidang.example", "lead@haidang.example"}
    assert remind("2026-10-09 08:10") == {}


def test_a_round_killed_while_it_writes_never_writes_twice(province):
    begun("HUE_CLARIFY", "2026-10-05 10:00", agency=province.agency)

    killed = mock.patch("cms.deadlines.letters.EmailMessage.send", side_effect=KeyboardInterrupt)
    with killed, pytest.raises(KeyboardInterrupt):
        remind("2026-10-09 08:00")
    letters = remind("2026-10-09 08:05")

    assert len(letters) == 1  # the one whose letter may have gone has the notice in the archive alone
    assert Notice.objects.filter(read_at=None).count() == 2


def test_a_letter_that_could_not_go_is_tried_again(province):
    begun("HUE_CLARIFY", "2026-10-05 10:00", agency=province.agency)

    with mock.patch("cms.deadlines.letters.EmailMessage.send", side_effect=OSError):
        assert remind("2026-10-09 08:00") == {}
    letters = remind("2026-10-09 08:05")

    assert len(letters) == 2
    assert Notice.objects.exclude(mailed_at=None).count() == 2


def test_what_failed_by_day_is_not_written_at_night(province):
    begun("HUE_CLARIFY", "2026-10-05 10:00", agency=province.agency)
    with mock.patch("cms.deadlines.letters.EmailMessage.send", side_effect=OSError):
        remind("2026-10-09 20:50")

    assert remind("2026-10-09 21:10") == {}
    assert len(remind("2026-10-10 07:00")) == 2


def test_a_round_asks_a_fixed_number_of_questions_a_batch(province, django_assert_max_num_queries):
    for _each in range(30):
        begun("HUE_CLARIFY", "2026-10-05 10:00", agency=province.agency)

    with django_assert_max_num_queries(50):
        remind("2026-10-09 08:00")


def test_the_command_says_what_it_did(province, capsys):
    begun("HUE_CLARIFY", "2026-10-05 10:00", agency=province.agency)

    with at("2026-10-09 08:00"):
        call_command("remind")

    assert capsys.readouterr().out == "1 reminders to 2 people, 2 letters sent, 0 failed.\n"


def test_what_was_told_is_kept_with_the_clock(province):
    deadline = begun("HUE_CLARIFY", "2026-10-05 10:00", agency=province.agency)
    remind("2026-10-09 08:00")
    for event in ("statement", "copied"):
        happened(deadline, event, "2026-10-10 08:00")

    told = Notice.objects.filter(reminder__deadline=deadline)

    assert {notice.person for notice in told} == {province.contributor, province.lead}
    assert all(notice.mailed_at for notice in told)
    assert Deadline.objects.get(pk=deadline.pk).remind_at is None


def test_of_what_counts_back_people_are_told_before_its_end(province):
    """Maintenance of 19 October: its notice is owed until the end of the 7th."""
    with at("2026-09-20 10:00"):
        services.start("PORTAL_DOWN", AgencyFactory(), at=local("2026-10-19 08:00"), agency=province.agency, by=None)

    assert len(remind("2026-10-04 08:00")) == 2
