"""What visitors of the demonstration ask; some are known by name, most are not."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Talk:
    """One conversation: what is said, and who has the floor at its end."""

    says: tuple[str, ...]
    ends: Literal["agent", "waiting", "operator", "closed"] = "agent"
    name: str = ""
    reply: str = ""
    label: str = ""


STORY = Talk(
    (
        "Здравствуйте! VPN не подключается из дома, Cisco пишет «Connection attempt has failed»",
        "Роутер перезагрузила, с телефона раздавала — то же самое",
        "Через час сдавать отчёт, позовите, пожалуйста, человека",
    ),
    ends="waiting",
    name="Мария Соколова",
    label="Срочно",
)
"""The one that is looked at closely."""

TALKS = (
    Talk(("как сменить пароль от почты?",), ends="closed", name="Дмитрий Осипов"),
    Talk(
        ("Пришло письмо от «директора»: просит срочно купить подарочные карты. Это фишинг?",),
        ends="operator",
        reply="Да, это мошенники. Не отвечайте и перешлите письмо на spam@corp.example.",
        label="Безопасность",
    ),
    Talk(("ноут не видит офисный вайфай, а телефон видит",)),
    Talk(
        ("Здравствуйте, в 1С не открывается база", "Пишет, что не найдена лицензия"),
        ends="waiting",
        label="1С",
    ),
    Talk(("ytne wbcrb yf yjent? jnrelf tt gjcnfdbnm",)),
    Talk(
        ("Нужен доступ к папке бухгалтерии на время отпуска Ольги",),
        ends="operator",
        name="Светлана Ким",
        reply="Открыла до 14 декабря. Проверьте, пожалуйста, видно ли папку.",
        label="Доступ",
    ),
    Talk(("how do I get to the department share from my macbook",)),
    Talk(("принтер на 4 этаже жуёт бумагу, мне печатать договор",), ends="waiting"),
    Talk(("экселька на шаре пишет, что занята Кузнецовой, а она до вечера на совещании",)),
    Talk(("Монитор через док-станцию моргает раз в минуту",), ends="closed", name="Игорь Белов"),
    Talk(("выбрасывает из впна каждые 20 минут",)),
    Talk(("Забыла пин-код от токена, осталась одна попытка",), ends="waiting", label="Срочно"),
    Talk(("Меня не слышно в Телемосте, хотя микрофон горит зелёным",), name="Анна Литвинова"),
    Talk(("Как заказать второй монитор?",), ends="closed"),
)

LABELS = {"Срочно": "red", "Доступ": "blue", "1С": "orange", "Безопасность": "violet"}
