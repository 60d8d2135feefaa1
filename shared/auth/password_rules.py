"""Which passwords are refused: short ones, those that guessers try first, and one's own e-mail.

How fast a password is guessed is zxcvbn's estimate. It knows English; Russian words, and words
typed on the other layout (``йцукен``, ``gfhjkm``), are told to it here.
"""

from zxcvbn import zxcvbn

from shared.kernel.errors import ErrorCode

MIN_LENGTH = 12
MAX_LENGTH = 128
# 0 and 1 fall to guessing online, 2 to a stolen table of fast hashes; from 3 on it is dear.
_ENOUGH = 3
_READ = 72
"""Characters that zxcvbn looks at; more would only cost time."""
_CYRILLIC = "йцукенгшщзхъфывапролджэячсмитьбюё"
_LATIN = "qwertyuiop[]asdfghjkl;'zxcvbnm,.`"
_TO_LATIN = str.maketrans(_CYRILLIC, _LATIN)
_TO_CYRILLIC = str.maketrans(_LATIN, _CYRILLIC)
_COMMON = (
    "пароль привет любовь наташа марина светлана максим андрей сергей дмитрий александр "
    "александра анастасия екатерина ольга татьяна ирина елена николай владимир виктория "
    "солнышко солнце зайка котенок кошка собака любимый любимая москва россия спартак зенит "
    "динамо цска победа машина семья счастье здоровье деньги работа администратор админ "
    "пользователь оператор поддержка компания бухгалтерия секрет доступ логин учетка "
    "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь "
    "понедельник вторник среда четверг пятница суббота воскресенье весна лето осень зима "
    "parol privet lubov natasha marina svetlana maksim andrey sergey dmitry aleksandr moskva "
    "rossiya spartak zenit dinamo pobeda solnyshko administrator otvet ответ helpdesk support"
)
_WORDS = _COMMON.split()
# Of the part before the @: «al» is in many a good password.
_TELLING = 4


def password_trouble(password: str, email: str, name: str = "") -> ErrorCode | None:
    """Return why a password is refused, or nothing; takes milliseconds.

    It is not normalised: what was typed is what is asked for.
    """
    if not MIN_LENGTH <= len(password) <= MAX_LENGTH:
        return ErrorCode.PASSWORD_LENGTH
    small, address = password.lower(), email.lower()
    local = address.partition("@")[0]
    if address in small or (len(local) >= _TELLING and local in small):
        return ErrorCode.PASSWORD_PERSONAL
    own = [*filter(None, [*address.replace("@", ".").split("."), *name.lower().split()])]
    ways = {
        small[:_READ],
        small[:_READ].translate(_TO_LATIN),
        small[:_READ].translate(_TO_CYRILLIC),
    }
    if any(zxcvbn(way, user_inputs=[*own, *_WORDS])["score"] < _ENOUGH for way in ways):
        return ErrorCode.PASSWORD_COMMON
    return None
