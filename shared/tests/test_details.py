"""What an operator would look for by eye is found, word for word, and nothing is made up."""

import pytest

from shared.domain.details import details


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("VPN не подключается, ошибка 809, из дома", ["ошибка 809"]),
        ("Пишет код 0x80070005 на Windows 11", ["код 0x80070005", "Windows 11"]),
        ("ping 10.20.0.15:443 не проходит", ["10.20.0.15:443"]),
        ("Я в кабинете 312, принтер HP-4015.", ["кабинете 312", "HP-4015"]),
        (
            "Пишет «Учётная запись заблокирована», мой адрес i.petrova@example.com",
            ["«Учётная запись заблокирована»", "i.petrova@example.com"],
        ),
        (
            "Открываю https://portal.example.com/login?a=1.",
            ["https://portal.example.com/login?a=1"],
        ),
        ("Перезвоните: +7 (495) 123-45-67", ["+7 (495) 123-45-67"]),
        ("ошибка 809 и снова ошибка 809", ["ошибка 809"]),
        ("Ничего не работает, помогите", []),
        ("", []),
    ],
)
def test_details_are_quoted_as_they_stand(text: str, found: list[str]) -> None:
    assert details(text) == found
    assert all(detail in text for detail in details(text))


def test_a_hostile_text_takes_no_time() -> None:
    assert details("a" * 4_000) == []
    assert len(details("1 " * 2_000)) <= 2_000
