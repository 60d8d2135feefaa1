"""From an invitation to a sign-in in two steps, and out again by an administrator's hand."""

import time

import pyotp
import pytest
from playwright.sync_api import expect

from tests.journeys.brokers import on_the_embedded_broker
from tests.journeys.console_page import ConsolePage
from tests.journeys.people import People
from tests.journeys.product import Credentials, Product

pytestmark = pytest.mark.journey

PASSWORD = "kolibri-unter-dem-Regenbogen-7"
AT_ONCE = 5.0
"""Seconds, from the administrator's click to the sign-in page on the other's screen."""


def code(secret: str, drift: int = 0) -> str:
    """What an authenticator app shows, for some seconds yet."""
    if (left := 30 - time.time() % 30) < 4:
        time.sleep(left)
    return pyotp.TOTP(secret).at(int(time.time()) + 30 * drift)


@on_the_embedded_broker
def test_somebody_is_invited_signs_in_with_two_factors_and_is_put_out_at_once(
    product: Product, people: People
) -> None:
    admin = people.operator(product.admin)
    someone = Credentials("Вера Кузнецова", f"vera-{time.time_ns()}@demo.example", PASSWORD)
    vera = people.console()
    _comes_in(vera, _invited(admin, product, someone.email), someone)
    secret = _turns_the_second_factor_on(vera)
    vera.press(vera.part("account"))
    vera.press(vera.page.get_by_role("button", name="Выйти"))

    vera.form.get_by_label("Почта").fill(someone.email)
    vera.form.get_by_label("Пароль", exact=True).fill(PASSWORD)
    vera.press(vera.form.get_by_role("button", name="Войти"))
    step = vera.part("second-step")
    step.get_by_label("Код из приложения").fill(code(secret))
    expect(vera.part("tab-waiting")).to_be_visible()

    # Who was put out has not signed out: the console tries the cookie once more, and is refused.
    people.expect_refusal("/api/v1/auth/refresh")
    seconds = _put_out(admin, vera, someone)
    print(f"signed out after {seconds:.3f} s")
    assert seconds < AT_ONCE
    vera.page.reload()
    expect(vera.form).to_be_visible()


def _invited(admin: ConsolePage, product: Product, email: str) -> str:
    """Invite somebody at the page of people; returns the link that is shown."""
    admin.page.goto(f"{product.base_url}/admin/settings/people")
    admin.press(admin.page.get_by_role("button", name="Пригласить"))
    dialog = admin.page.get_by_role("dialog")
    dialog.get_by_label("Почта").fill(email)
    admin.press(dialog.get_by_role("button", name="Создать ссылку"))
    expect(admin.part("link")).to_be_visible()
    link = admin.part("link").input_value()
    assert link.startswith(f"{product.base_url}/admin/invitation#")
    admin.press(dialog.get_by_role("button", name="Закрыть", exact=True))
    expect(admin.part("invitation-row").filter(has_text=email)).to_be_visible()
    return link


def _comes_in(vera: ConsolePage, link: str, someone: Credentials) -> None:
    asked: list[str] = []
    vera.page.on("request", lambda request: asked.append(request.url))
    vera.page.goto(link)
    form = vera.part("invitation")
    form.get_by_label("Как вас зовут").fill(someone.name)
    form.get_by_label("Новый пароль").fill(someone.password)
    vera.press(form.get_by_role("button", name="Принять приглашение"))
    expect(vera.part("tab-waiting")).to_be_visible()
    token = link.partition("#")[2]
    assert not any(token in url.partition("#")[0] for url in asked), "the token is in an address"


def _turns_the_second_factor_on(vera: ConsolePage) -> str:
    """Set it up at the account's page; returns the secret that the app would keep."""
    vera.press(vera.part("account"))
    vera.press(vera.page.get_by_role("link", name="Учётная запись"))
    vera.press(vera.page.get_by_role("button", name="Включить"))
    dialog = vera.page.get_by_role("dialog")
    dialog.get_by_label("Нынешний пароль").fill(PASSWORD)
    vera.press(dialog.get_by_role("button", name="Дальше"))
    secret = vera.part("secret")
    expect(dialog.get_by_role("img", name="QR-код для приложения")).to_be_visible()
    found = secret.inner_text()
    dialog.get_by_label("Код, который показало приложение").fill(code(found, -1))
    expect(vera.part("recovery-codes").get_by_role("listitem")).to_have_count(10)
    vera.press(dialog.get_by_role("button", name="Коды сохранены"))
    expect(vera.page.get_by_role("button", name="Новые коды восстановления")).to_be_visible()
    return found


def _put_out(admin: ConsolePage, vera: ConsolePage, someone: Credentials) -> float:
    """End somebody's sign-ins; returns after how many seconds their screen showed it."""
    admin.page.reload()
    admin.press(admin.page.get_by_role("button", name=f"Изменить: {someone.name}"))
    session = admin.part("session")
    expect(session).to_have_count(1)  # setting the second factor up and signing out ended others
    began = time.monotonic()
    admin.press(session.get_by_role("button", name="Завершить"))
    vera.page.get_by_text("Администратор завершил ваш сеанс.").wait_for()
    return time.monotonic() - began
