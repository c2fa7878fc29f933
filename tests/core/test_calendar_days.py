"""Working days: the weekends and holidays people really keep."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smbcrm.core.values.calendar_days import working_days


def test_in_iran_friday_and_new_year_are_off() -> None:
    # 29 Esfand and the first four days of Nowruz are holidays; the 29th of March is a Friday.
    days = working_days(date(2024, 3, 17), 14, "IR")
    assert [day.isoformat()[5:] for day in days] == [
        "03-17",
        "03-18",
        "03-24",
        "03-25",
        "03-26",
        "03-27",
        "03-28",
        "03-30",
    ]


def test_in_germany_the_weekend_and_may_day_are_off() -> None:
    days = working_days(date(2024, 4, 29), 7, "de")
    assert [day.isoformat() for day in days] == ["2024-04-29", "2024-04-30", "2024-05-02", "2024-05-03"]


@pytest.mark.parametrize("country", [None, "", "ZZ"])
def test_without_a_country_only_sunday_is_off(country: str | None) -> None:
    days = working_days(date(2024, 12, 23), 7, country)
    assert [day.weekday() for day in days] == [0, 1, 2, 3, 4, 5]


def test_holidays_of_a_second_year_are_known() -> None:
    assert date(2025, 1, 1) not in working_days(date(2024, 12, 30), 5, "DE")


@given(st.dates(date(2000, 1, 1), date(2090, 1, 1)), st.integers(0, 120), st.sampled_from([None, "IR", "GB"]))
def test_working_days_lie_in_the_span_in_order(start: date, days: int, country: str | None) -> None:
    found = working_days(start, days, country)
    assert found == sorted(set(found))
    assert all(start <= day < start + timedelta(days=days) for day in found)
