"""What the system itself says to people, in their language. Both languages, always."""

from shared.domain.words import Locale, Outcome
from shared.kernel.errors import ErrorCode

_SYSTEM: dict[Outcome, dict[Locale, str]] = {
    Outcome.HANDED_OFF: {
        Locale.RU: "Зову специалиста. Он увидит весь разговор и ответит здесь.",
        Locale.EN: "Calling a specialist, who will see the whole conversation and answer here.",
    },
    Outcome.STOPPED: {
        Locale.RU: "Ответ остановлен.",
        Locale.EN: "The answer was stopped.",
    },
    Outcome.OPERATOR_JOINED: {
        Locale.RU: "К разговору подключился специалист: {name}.",
        Locale.EN: "{name} has joined the conversation.",
    },
    Outcome.RETURNED: {
        Locale.RU: "Дальше снова отвечает ИИ-помощник. Специалиста можно позвать в любой момент.",
        Locale.EN: "The AI assistant answers again. You can call a specialist at any time.",
    },
    Outcome.CLOSED: {
        Locale.RU: "Разговор завершён. Напишите, если понадобится что-то ещё.",
        Locale.EN: "The conversation is closed. Write again if you need anything else.",
    },
}

_ERRORS: dict[ErrorCode, dict[Locale, str]] = {
    ErrorCode.INVALID_PAYLOAD: {
        Locale.RU: "Запрос составлен неверно.",
        Locale.EN: "The request is not well formed.",
    },
    ErrorCode.MALFORMED_FRAME: {
        Locale.RU: "Получен повреждённый кадр, соединение закрыто.",
        Locale.EN: "A malformed frame came in; the connection is closed.",
    },
    ErrorCode.UNKNOWN_EVENT: {
        Locale.RU: "Такой команды нет.",
        Locale.EN: "There is no such command.",
    },
    ErrorCode.TEXT_EMPTY: {
        Locale.RU: "Сообщение пустое.",
        Locale.EN: "The message is empty.",
    },
    ErrorCode.TEXT_TOO_LONG: {
        Locale.RU: "Сообщение слишком длинное: можно до 4000 знаков.",
        Locale.EN: "The message is too long: up to 4,000 characters.",
    },
    ErrorCode.PAYLOAD_TOO_LARGE: {
        Locale.RU: "Слишком большой запрос.",
        Locale.EN: "The request is too large.",
    },
    ErrorCode.BODY_TIMEOUT: {
        Locale.RU: "Запрос приходил слишком медленно. Попробуйте ещё раз.",
        Locale.EN: "The request came too slowly. Please try again.",
    },
    ErrorCode.TOKEN_MISSING: {
        Locale.RU: "Нужно войти.",
        Locale.EN: "Sign in first.",
    },
    ErrorCode.TOKEN_INVALID: {
        Locale.RU: "Сеанс недействителен. Начните заново.",
        Locale.EN: "The session is not valid. Start again.",
    },
    ErrorCode.TOKEN_EXPIRED: {
        Locale.RU: "Сеанс истёк. Начните заново.",
        Locale.EN: "The session has expired. Start again.",
    },
    ErrorCode.CREDENTIALS_WRONG: {
        Locale.RU: "Неверная почта или пароль.",
        Locale.EN: "Wrong e-mail or password.",
    },
    ErrorCode.SESSION_REVOKED: {
        Locale.RU: "Сеанс завершён. Войдите снова.",
        Locale.EN: "The session has ended. Sign in again.",
    },
    ErrorCode.ORIGIN_MISSING: {
        Locale.RU: "Запрос без заголовка Origin не принимается.",
        Locale.EN: "A request without an Origin header is refused.",
    },
    ErrorCode.ORIGIN_FORBIDDEN: {
        Locale.RU: "С этого сайта обращаться нельзя.",
        Locale.EN: "This origin is not allowed.",
    },
    ErrorCode.FORBIDDEN: {
        Locale.RU: "Недостаточно прав.",
        Locale.EN: "You may not do this.",
    },
    ErrorCode.SITE_UNKNOWN: {
        Locale.RU: "Сайт с таким ключом не найден.",
        Locale.EN: "There is no site with this key.",
    },
    ErrorCode.NOT_FOUND: {
        Locale.RU: "Не найдено.",
        Locale.EN: "Not found.",
    },
    ErrorCode.METHOD_NOT_ALLOWED: {
        Locale.RU: "Такой запрос здесь не принимается.",
        Locale.EN: "This method is not allowed here.",
    },
    ErrorCode.CONVERSATION_NOT_FOUND: {
        Locale.RU: "Разговор не найден.",
        Locale.EN: "There is no such conversation.",
    },
    ErrorCode.PROVENANCE_UNREADABLE: {
        Locale.RU: "Происхождение этого ответа записано в виде, который эта версия не читает.",
        Locale.EN: "What lies beside this answer was written in a form this version cannot read.",
    },
    ErrorCode.CONVERSATION_TAKEN: {
        Locale.RU: "Разговор уже ведёт другой специалист или он сменил состояние.",
        Locale.EN: "Another operator has this conversation, or its state has changed.",
    },
    ErrorCode.CONVERSATION_NOT_YOURS: {
        Locale.RU: "Сначала возьмите разговор.",
        Locale.EN: "Take the conversation first.",
    },
    ErrorCode.NAME_TAKEN: {
        Locale.RU: "Такое название уже есть.",
        Locale.EN: "This name is taken.",
    },
    ErrorCode.TOO_MANY: {
        Locale.RU: "Больше добавить нельзя: сначала удалите лишнее.",
        Locale.EN: "No more can be added: delete some first.",
    },
    ErrorCode.RATE_LIMITED: {
        Locale.RU: "Слишком часто. Подождите немного.",
        Locale.EN: "Too fast. Wait a moment.",
    },
    ErrorCode.TOO_MANY_CONNECTIONS: {
        Locale.RU: "Слишком много соединений.",
        Locale.EN: "Too many connections.",
    },
    ErrorCode.BROKER_UNAVAILABLE: {
        Locale.RU: "Сообщение пока не принято. Повторите через несколько секунд.",
        Locale.EN: "The message was not accepted yet. Try again in a few seconds.",
    },
    ErrorCode.STORE_UNAVAILABLE: {
        Locale.RU: "Служба временно недоступна. Повторите через несколько секунд.",
        Locale.EN: "The service is temporarily unavailable. Try again in a few seconds.",
    },
    ErrorCode.INTERNAL: {
        Locale.RU: "Внутренняя ошибка. Мы уже знаем о ней.",
        Locale.EN: "Internal error. We already know about it.",
    },
}


def error_sentence(code: ErrorCode, locale: Locale) -> str:
    """Return what a person reads when ``code`` happened."""
    return _ERRORS[code][locale]


def system_sentence(outcome: Outcome, locale: Locale, name: str | None = None) -> str:
    """Return the text of a system message."""
    return _SYSTEM[outcome][locale].format(name=name or "")
