"""What tests of every app may ask for."""

from types import SimpleNamespace

import pytest

from cms.accounts.choices import SeatKind
from cms.organisation.choices import Function
from tests.archive import build
from tests.factories import AgencyFactory, FunctionAssignmentFactory, seated


@pytest.fixture
def province(db):
    """A province with its lead department, the operating unit, two agencies, and a person on every kind of seat."""
    department = AgencyFactory(name_vi="Sở Văn hóa, Thể thao và Du lịch")
    unit = AgencyFactory(name_vi="Phòng Thông tin đối ngoại", parent=department)
    security = AgencyFactory(name_vi="Trung tâm Giám sát, điều hành thông minh")
    agency, agency2 = AgencyFactory(name_vi="Sở Ngoại vụ"), AgencyFactory(name_vi="Ủy ban nhân dân xã Vạn Lộc")
    for function, holder in (
        (Function.FOREIGN_INFO_LEAD, department),
        (Function.FOREIGN_INFO_UNIT, unit),
        (Function.SECURITY_OPERATOR, security),
    ):
        FunctionAssignmentFactory(function=function, agency=holder)
    return SimpleNamespace(
        department=department,
        unit=unit,
        agency=agency,
        agency2=agency2,
        director=seated(department, SeatKind.APPROVE, email="director@haidang.example"),
        deputy=seated(department, SeatKind.APPROVE, email="deputy@haidang.example"),
        moderator=seated(unit, SeatKind.MODERATE, email="moderator@haidang.example"),
        moderator2=seated(unit, SeatKind.MODERATE, email="moderator2@haidang.example"),
        moderator3=seated(unit, SeatKind.MODERATE, email="moderator3@haidang.example"),
        contributor=seated(agency, SeatKind.CONTRIBUTE, email="contributor@haidang.example"),
        lead=seated(agency, SeatKind.APPROVE, email="lead@haidang.example"),
        contributor2=seated(agency2, SeatKind.CONTRIBUTE, email="contributor2@haidang.example"),
        screener=seated(department, SeatKind.SCREEN, email="screener@haidang.example"),
        screener2=seated(agency, SeatKind.SCREEN, email="screener2@haidang.example"),
        security=seated(security, SeatKind.SECURE, email="security@haidang.example"),
        auditor=seated(agency2, SeatKind.AUDIT, email="auditor@haidang.example"),
    )


@pytest.fixture
def archive(province, settings, tmp_path):
    """The province with a home page and a section that the public reads."""
    settings.MEDIA_ROOT = tmp_path / "media"
    return build(province)
