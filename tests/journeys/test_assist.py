"""The console asks the agents: drafts, answers again, corrections, searches, the playground."""

import pytest
from playwright.sync_api import expect

from tests.journeys.brokers import on_both_brokers
from tests.journeys.console_page import ConsolePage
from tests.journeys.people import People
from tests.journeys.product import Product
from tests.journeys.widget_page import WidgetPage

pytestmark = pytest.mark.journey

QUESTION = "VPN не подключается из дома"
ADDED = "Если не поможет, позвоните мне."
RIGHT = "Откройте на роутере порты UDP 500 и 4500."


@on_both_brokers
def test_the_agents_are_asked_from_the_console_and_corrected_there(
    product: Product, people: People
) -> None:
    operator = people.operator(product.admin)
    visitor = people.visitor()
    visitor.open()
    visitor.send(QUESTION)
    visitor.await_answers(1)
    visitor.call_human()
    operator.row(visitor.conversation_id, "waiting").wait_for()
    operator.open(visitor.conversation_id)
    operator.take()

    _edits_a_draft_and_sends_it(operator, visitor)
    _answers_again_with_today_s_knowledge(operator)
    _corrects_the_answer(operator)
    _finds_the_correction(operator, product)
    _asks_the_knowledge_base(operator, product)
    _tries_the_agents(operator, product)
    assert [sender for sender, _ in product.messages(visitor.conversation_id)].count("agent") == 1


def _edits_a_draft_and_sends_it(operator: ConsolePage, visitor: WidgetPage) -> None:
    operator.press(operator.part("draft-ask"))
    draft = operator.part("draft")
    expect(draft.get_by_text("Уверенность")).to_be_visible()
    expect(draft.get_by_role("heading", name="1 источник")).to_be_visible()
    operator.press(operator.part("draft-edit"))
    expect(operator.composer).to_be_focused()
    operator.send(f"{operator.composer.input_value()}\n{ADDED}")
    expect(visitor.saying(ADDED, "operator")).to_be_visible()
    expect(draft).to_have_count(0)


def _answers_again_with_today_s_knowledge(operator: ConsolePage) -> None:
    operator.press(operator.messages("agent").get_by_role("button", name="Почему такой ответ?"))
    why = operator.part("why")
    operator.press(why.get_by_role("button", name="Ответить заново"))
    dialog = operator.page.get_by_role("dialog", name="Тот же вопрос сегодня")
    today = dialog.get_by_role("region", name="Сегодня")
    expect(today.get_by_role("heading", name="1 источник")).to_be_visible()
    expect(dialog.get_by_text("Ничего: ответ тот же и найден так же.")).to_be_visible()
    operator.page.keyboard.press("Escape")
    expect(dialog).to_have_count(0)
    expect(why).to_be_visible()


def _corrects_the_answer(operator: ConsolePage) -> None:
    operator.press(operator.part("why").get_by_role("button", name="Исправить"))
    dialog = operator.page.get_by_role("dialog", name="Как надо было ответить")
    dialog.get_by_label("Правильный ответ").fill(RIGHT)
    dialog.get_by_label("Найти другой отрывок").fill("DNS_PROBE_FINISHED_NXDOMAIN")
    operator.press(dialog.get_by_role("button", name="Найти", exact=True))
    dialog.get_by_role("checkbox", name="DNS_PROBE").first.check()
    operator.press(dialog.get_by_role("button", name="Сохранить"))
    expect(dialog).to_have_count(0)


def _finds_the_correction(operator: ConsolePage, product: Product) -> None:
    page = operator.page
    page.goto(f"{product.base_url}/admin/settings/corrections")
    row = operator.part("correction")
    expect(row).to_have_count(1)
    expect(row).to_contain_text(QUESTION)
    expect(row).to_contain_text(RIGHT)
    with page.expect_download() as examples:
        operator.press(page.get_by_role("button", name="Примеры для обучения"))
    learnt = examples.value.path().read_text("utf-8")
    assert RIGHT in learnt
    assert ADDED in learnt, "what was sent instead of the draft was not kept"
    operator.press(row.get_by_role("button", name="Отбросить"))
    expect(operator.part("empty")).to_be_visible()
    operator.press(page.get_by_role("status").get_by_role("button", name="Отменить"))
    expect(row).to_have_count(1)


def _asks_the_knowledge_base(operator: ConsolePage, product: Product) -> None:
    page = operator.page
    page.goto(f"{product.base_url}/admin/knowledge/ask")
    page.get_by_label("Вопрос").fill("не печатает принтер")
    operator.press(page.get_by_role("search").get_by_role("button", name="Найти"))
    first = operator.part("ask-passage").first
    expect(first).to_contain_text("Оборудование")
    expect(first).to_contain_text("По смыслу")
    expect(first).to_contain_text("По словам")
    operator.press(first.get_by_role("link").first)
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    assert "/knowledge/documents/" in page.url


def _tries_the_agents(operator: ConsolePage, product: Product) -> None:
    page = operator.page
    page.goto(f"{product.base_url}/admin/playground")
    question = page.get_by_label("Вопрос агентам")
    for text in ("Принтер не печатает", "а документ висит в очереди"):
        question.fill(text)
        question.press("Enter")
        turn = operator.part("bench-turn").filter(has_text=text)
        expect(turn.get_by_role("button", name="Ход мысли показан")).to_be_visible()
    trace = page.get_by_role("complementary", name="Как получился ответ")
    expect(trace.get_by_text("а документ висит в очереди").first).to_be_visible()
    expect(trace).to_contain_text("Оборудование")
