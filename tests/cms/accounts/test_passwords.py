"""What a password must be, and when it must be changed."""

import datetime

import pytest
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.utils import timezone

from cms.accounts import services
from cms.accounts.passwords import must_change, one_time_password
from tests.factories import UserFactory

GOOD = "Đèn-biển-số-{}"


@pytest.mark.parametrize(
    "password",
    ["Ngắn-1a", "khong-co-chu-hoa-1", "KHONG-CO-CHU-THUONG-1", "Khong-Co-Chu-So", "KhongCoDau2026", "Password1!"],
)
def test_a_weak_password_is_refused(password):
    with pytest.raises(ValidationError):
        validate_password(password)


@pytest.mark.parametrize("password", ["Ngọn-hải-đăng-2026", "Tr0ng-sang!!"])
def test_a_mixed_password_is_accepted(password):
    validate_password(password)


def test_one_time_passwords_keep_the_rules():
    for _try in range(20):
        validate_password(one_time_password())


@pytest.mark.django_db
def test_none_of_the_last_ten_passwords_comes_back():
    user = UserFactory()
    for number in range(11):
        services.choose_password(user, GOOD.format(number))

    for number in range(1, 11):
        with pytest.raises(ValidationError):
            validate_password(GOOD.format(number), user)
    validate_password(GOOD.format(0), user)
    assert user.past_passwords.count() == 10


@pytest.mark.django_db
def test_remembered_passwords_are_not_readable():
    user = UserFactory()
    services.choose_password(user, GOOD)

    past = user.past_passwords.get()

    assert GOOD.encode() not in bytes(past.digest)
    assert bytes(past.salt)


@pytest.mark.django_db
@pytest.mark.parametrize(
    "person, days, due", [("security", 61, True), ("security", 59, False), ("director", 400, False)]
)
def test_those_who_keep_the_system_secure_renew_their_password(province, person, days, due):
    user = getattr(province, person)
    user.password_changed_at = timezone.now() - datetime.timedelta(days=days)

    assert must_change(user) is due


@pytest.mark.django_db
def test_the_break_glass_account_renews_its_password():
    user = UserFactory(is_superuser=True, date_joined=timezone.now() - datetime.timedelta(days=61))

    assert must_change(user)
    services.choose_password(user, GOOD)
    assert not must_change(user)
