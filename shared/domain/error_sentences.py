"""What people are told of an error, in their language. Both languages, always."""

from shared.domain.words import Locale
from shared.kernel.errors import ErrorCode

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
    ErrorCode.FILE_UNSUPPORTED: {
        Locale.RU: "Такой файл нельзя отправить. Подойдут картинки, PDF, документы и текст.",
        Locale.EN: "This kind of file cannot be sent. Pictures, PDF, documents and text can.",
    },
    ErrorCode.UPLOADS_OFF: {
        Locale.RU: "На этом сайте файлы не принимают.",
        Locale.EN: "This site takes no files.",
    },
    ErrorCode.ATTACHMENT_UNKNOWN: {
        Locale.RU: "Файла больше нет или он уже отправлен. Приложите его ещё раз.",
        Locale.EN: "The file is gone or was sent already. Attach it again.",
    },
    ErrorCode.TEXT_EMPTY: {
        Locale.RU: "Сообщение пустое.",
        Locale.EN: "The message is empty.",
    },
    ErrorCode.TEXT_TOO_LONG: {
        Locale.RU: "Сообщение слишком длинное.",
        Locale.EN: "The message is too long.",
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
    ErrorCode.CODE_WRONG: {
        Locale.RU: "Код не подошёл. Введите новый код из приложения.",
        Locale.EN: "The code is not right. Enter a new one from the app.",
    },
    ErrorCode.LINK_INVALID: {
        Locale.RU: "Ссылка больше не действует. Попросите новую.",
        Locale.EN: "This link is no longer valid. Ask for a new one.",
    },
    ErrorCode.PASSWORD_WRONG: {
        Locale.RU: "Пароль неверный.",
        Locale.EN: "The password is wrong.",
    },
    ErrorCode.PASSWORD_LENGTH: {
        Locale.RU: "В пароле должно быть от 12 до 128 знаков.",
        Locale.EN: "A password has 12 to 128 characters.",
    },
    ErrorCode.PASSWORD_COMMON: {
        Locale.RU: "Такой пароль легко подобрать. Придумайте другой.",
        Locale.EN: "This password is easy to guess. Choose another one.",
    },
    ErrorCode.PASSWORD_PERSONAL: {
        Locale.RU: "В пароле не должно быть адреса почты.",
        Locale.EN: "A password must not contain the e-mail address.",
    },
    ErrorCode.EMAIL_TAKEN: {
        Locale.RU: "Человек с такой почтой уже есть.",
        Locale.EN: "Somebody with this e-mail is here already.",
    },
    ErrorCode.SITE_REQUIRED: {
        Locale.RU: "Выберите хотя бы один сайт.",
        Locale.EN: "Choose at least one site.",
    },
    ErrorCode.SITE_NAME_WRONG: {
        Locale.RU: "Сайт называется иначе. Введите его название точно.",
        Locale.EN: "That is not the site's name. Type it exactly.",
    },
    ErrorCode.LAST_SITE: {
        Locale.RU: "Это ваш единственный сайт. Сначала создайте другой.",
        Locale.EN: "This is your only site. Make another one first.",
    },
    ErrorCode.LAST_ADMINISTRATOR: {
        Locale.RU: "У сайта должен остаться администратор, который может войти.",
        Locale.EN: "A site must keep an administrator who can sign in.",
    },
    ErrorCode.SHARED_OPERATOR: {
        Locale.RU: "У этого человека есть и другие сайты: его меняет тот, кто ведёт их все.",
        Locale.EN: "They have other sites, too: only an administrator of all may do this.",
    },
    ErrorCode.ROLE_ABOVE_INVITATION: {
        Locale.RU: "Ваша роль выше, чем в приглашении. Попросите приглашение с вашей ролью.",
        Locale.EN: "Your role is above the one in the invitation. Ask for one with your role.",
    },
    ErrorCode.TWO_FACTOR_FIRST: {
        Locale.RU: "Сначала включите двухэтапный вход у себя.",
        Locale.EN: "Turn two-factor sign-in on for yourself first.",
    },
    ErrorCode.TWO_FACTOR_REQUIRED: {
        Locale.RU: "На вашем сайте двухэтапный вход обязателен.",
        Locale.EN: "Your site requires two-factor sign-in.",
    },
    ErrorCode.TWO_FACTOR_STATE: {
        Locale.RU: "Двухэтапный вход уже включён или ещё не начат. Обновите страницу.",
        Locale.EN: "Two-factor sign-in is on already, or was not begun. Reload the page.",
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
    ErrorCode.GATEWAY_REQUIRED: {
        Locale.RU: "Запрос пришёл в обход шлюза, или его подпись неверна.",
        Locale.EN: "The request did not come through the gateway, or its signature is wrong.",
    },
    ErrorCode.FORBIDDEN: {
        Locale.RU: "Недостаточно прав.",
        Locale.EN: "You may not do this.",
    },
    ErrorCode.IDENTITY_REQUIRED: {
        Locale.RU: "Здесь отвечают только тем, кто вошёл на сайт.",
        Locale.EN: "Only people who have signed in to the site are answered here.",
    },
    ErrorCode.IDENTITY_INVALID: {
        Locale.RU: "Сайт не смог подтвердить, кто вы. Обновите страницу или войдите ещё раз.",
        Locale.EN: "The site could not confirm who you are. Reload the page or sign in again.",
    },
    ErrorCode.IDENTITY_EXPIRED: {
        Locale.RU: "Подтверждение того, кто вы, устарело. Обновите страницу.",
        Locale.EN: "The confirmation of who you are has expired. Reload the page.",
    },
    ErrorCode.IDENTITY_KEY_UNREADABLE: {
        Locale.RU: "Это не открытый ключ. Нужен один ключ: PEM («BEGIN PUBLIC KEY») или JWK.",
        Locale.EN: "This is no public key. Paste one key: PEM (“BEGIN PUBLIC KEY”) or JWK.",
    },
    ErrorCode.IDENTITY_KEY_PRIVATE: {
        Locale.RU: "Это закрытый ключ, мы его не сохранили. Он побывал за пределами вашего сервера:"
        " создайте новую пару и вставьте открытый ключ.",
        Locale.EN: "This is a private key; it was not kept. It has left your server, so make a new"
        " pair and paste the public key.",
    },
    ErrorCode.IDENTITY_KEY_UNUSABLE: {
        Locale.RU: "Такой ключ не подходит. Нужен RSA от 2048 до 8192 бит с e не меньше 65537"
        " (RS256) или EC на кривой P-256 (ES256).",
        Locale.EN: "This key cannot be used. It takes RSA of 2048 to 8192 bits with e of 65537 or"
        " more (RS256), or EC on the curve P-256 (ES256).",
    },
    ErrorCode.ORIGIN_UNUSABLE: {
        Locale.RU: "Это не адрес сайта. Нужны схема и имя без пути: https://shop.example.com",
        Locale.EN: "This is no origin. Write scheme and host, no path: https://shop.example.com",
    },
    ErrorCode.WILDCARD_UNUSABLE: {
        Locale.RU: "Звёздочка разрешена только с отдельным согласием и только внутри своего"
        " домена: https://*.example.com",
        Locale.EN: "A wildcard needs a consent of its own and a domain that is yours:"
        " https://*.example.com",
    },
    ErrorCode.SCOPE_MISSING: {
        Locale.RU: "У этого ключа API нет нужного права.",
        Locale.EN: "This API key does not have the scope that is needed.",
    },
    ErrorCode.KEY_DISOWNED: {
        Locale.RU: "У того, кто создал этот ключ API, больше нет таких прав. Нужен новый ключ.",
        Locale.EN: "Whoever made this API key may no longer do this. A new key is needed.",
    },
    ErrorCode.WEBHOOK_URL_REFUSED: {
        Locale.RU: "На этот адрес отправлять нельзя: нужен https и общедоступный сервер.",
        Locale.EN: "Nothing is sent to this address: it must be https and a public server.",
    },
    ErrorCode.WEBHOOK_DISABLED: {
        Locale.RU: "Вебхук отключён. Сначала включите его.",
        Locale.EN: "The webhook is disabled. Enable it first.",
    },
    ErrorCode.TOO_MANY_THINGS: {
        Locale.RU: "Больше добавить нельзя. Удалите что-нибудь ненужное.",
        Locale.EN: "No more can be added. Remove something that is not needed.",
    },
    ErrorCode.ARCHIVE_NOT_READY: {
        Locale.RU: "Архив ещё не готов или уже удалён.",
        Locale.EN: "The archive is not ready yet, or is gone.",
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
    ErrorCode.NOTE_NOT_YOURS: {
        Locale.RU: "Изменить заметку может только её автор.",
        Locale.EN: "Only its author can change a note.",
    },
    ErrorCode.MENTION_UNKNOWN: {
        Locale.RU: "Среди упомянутых есть тот, кто не работает с этим сайтом.",
        Locale.EN: "Somebody who is mentioned does not work for this site.",
    },
    ErrorCode.VARIABLE_UNKNOWN: {
        Locale.RU: "В тексте есть подстановка, которой не существует.",
        Locale.EN: "The text names a variable that does not exist.",
    },
    ErrorCode.SHORTCUT_TAKEN: {
        Locale.RU: "Такое сокращение уже занято.",
        Locale.EN: "This shortcut is taken already.",
    },
    ErrorCode.TOO_MANY_REPLIES: {
        Locale.RU: "Заготовленных ответов слишком много. Удалите ненужные.",
        Locale.EN: "There are too many canned replies. Delete those you do not need.",
    },
    ErrorCode.ASSIGNEE_NOT_FOUND: {
        Locale.RU: "На этом сайте нет такого сотрудника или команды.",
        Locale.EN: "This site has no such colleague or team.",
    },
    ErrorCode.TEAM_NAME_TAKEN: {
        Locale.RU: "На этом сайте уже есть команда с таким названием.",
        Locale.EN: "This site already has a team of this name.",
    },
    ErrorCode.AGENT_EXISTS: {
        Locale.RU: "Агент с таким коротким именем на этом сайте уже есть.",
        Locale.EN: "The site already has an agent with this short name.",
    },
    ErrorCode.AGENT_CHANGED: {
        Locale.RU: "Агента тем временем изменил кто-то другой. Обновите страницу и повторите.",
        Locale.EN: "Somebody else has changed this agent meanwhile. Reload and try again.",
    },
    ErrorCode.AGENT_IN_USE: {
        Locale.RU: "У агента ещё есть документы, источники или открытые разговоры.",
        Locale.EN: "The agent still has documents, web sources or open conversations.",
    },
    ErrorCode.ADAPTER_UNKNOWN: {
        Locale.RU: "Такой версии адаптера нет там, где работает модель.",
        Locale.EN: "There is no such adapter version where the model runs.",
    },
    ErrorCode.DOCUMENT_CHANGED: {
        Locale.RU: "Документ тем временем изменил кто-то другой. Ваш текст не потерян.",
        Locale.EN: "Somebody else has changed this document meanwhile. Your text is not lost.",
    },
    ErrorCode.DOCUMENT_NOT_READ: {
        Locale.RU: "Файл ещё не прочитан. Подождите, пока документ будет готов.",
        Locale.EN: "The file has not been read yet. Wait until the document is ready.",
    },
    ErrorCode.CORRECTION_DISCARDED: {
        Locale.RU: "Исправление этого ответа отброшено. Вернуть его может только старший оператор.",
        Locale.EN: "This answer's correction was discarded. Only a supervisor can use it again.",
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
    ErrorCode.TRIALS_BUSY: {
        Locale.RU: "Агенты сейчас заняты. Спросите ещё раз через несколько секунд.",
        Locale.EN: "The agents are busy right now. Ask again in a few seconds.",
    },
    ErrorCode.RUN_UNDER_WAY: {
        Locale.RU: "Проверки уже идут. Дождитесь конца или остановите их.",
        Locale.EN: "The test cases are being run already. Wait for the end, or stop it.",
    },
    ErrorCode.VISITOR_WORDS: {
        Locale.RU: "Это слова посетителя. Чтобы проверка осталась, когда разговор удалят, "
        "перескажите вопрос своими словами.",
        Locale.EN: "These are a visitor's words. Put the question in your own words to keep the "
        "test case when the conversation is deleted.",
    },
    ErrorCode.NO_OPEN_QUESTION: {
        Locale.RU: "В этом разговоре посетитель ещё ни о чём не спросил.",
        Locale.EN: "The visitor of this conversation has not asked anything yet.",
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
_TAKEN_BY = {
    Locale.RU: "Разговор уже ведёт {who}.",
    Locale.EN: "{who} has this conversation.",
}


def error_sentence(code: ErrorCode, locale: Locale, who: str | None = None) -> str:
    """Return what a person reads when ``code`` happened; ``who`` has the conversation."""
    if code is ErrorCode.CONVERSATION_TAKEN and who:
        return _TAKEN_BY[locale].format(who=who)
    return _ERRORS[code][locale]
