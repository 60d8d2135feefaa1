"""What agents say in their own words, to visitors, in Russian and English."""

import re
from enum import StrEnum

from shared.domain.words import HandoffReason, Locale


class Phrase(StrEnum):
    """Everything an agent says that is not from the knowledge base."""

    GREETING = "greeting"
    THANKS = "thanks"
    DECLINED = "declined"
    EMPTY = "empty"
    FILES = "files"
    CALL = "call"
    TOO_LONG = "too_long"
    DID_YOU_MEAN = "did_you_mean"
    ABOUT_THE_REST = "about_the_rest"
    REQUESTED = "requested"
    LOW_CONFIDENCE = "low_confidence"
    NO_KNOWLEDGE = "no_knowledge"
    UNGROUNDED = "ungrounded"
    FAILED = "failed"
    DEADLINE = "deadline"


_RU = {
    Phrase.GREETING: "Здравствуйте! Опишите, что случилось, и я поищу ответ в базе знаний.",
    Phrase.THANKS: "Пожалуйста! Если появится ещё вопрос, пишите.",
    Phrase.DECLINED: "Давайте по делу: опишите, что не получается, или попросите позвать человека.",
    Phrase.EMPTY: "Опишите, пожалуйста, вопрос словами: что делали и что произошло.",
    Phrase.FILES: "Файлы я не открываю. Опишите вопрос словами, или позову человека: он посмотрит.",
    Phrase.CALL: "Позовите человека",
    Phrase.TOO_LONG: "Текст слишком длинный. Опишите, пожалуйста, вопрос в двух‑трёх предложениях.",
    Phrase.DID_YOU_MEAN: "Вы об этом? Выберите подходящее или опишите вопрос подробнее.",
    Phrase.ABOUT_THE_REST: "А второй вопрос об этом? Выберите подходящее или уточните его.",
    Phrase.REQUESTED: "Зову оператора. Пока вы ждёте, можно описать вопрос подробнее.",
    Phrase.LOW_CONFIDENCE: "Не уверен, что правильно отвечу на это. Передаю вопрос оператору.",
    Phrase.NO_KNOWLEDGE: "В базе знаний нет ответа на это. Передаю вопрос оператору.",
    Phrase.UNGROUNDED: "Не удалось подтвердить ответ по базе знаний. Передаю вопрос оператору.",
    Phrase.FAILED: "Не получилось подготовить ответ. Передаю вопрос оператору.",
    Phrase.DEADLINE: "Ответ готовится слишком долго. Передаю вопрос оператору.",
}
_EN = {
    Phrase.GREETING: "Hello! Tell me what happened, and I will look in the knowledge base.",
    Phrase.THANKS: "You are welcome! If there is another question, just write.",
    Phrase.DECLINED: "Let us keep to the matter: tell me what goes wrong, or ask for a person.",
    Phrase.EMPTY: "Please describe the question in words: what you did and what happened.",
    Phrase.FILES: "I do not open files. Put it in words, or let me call a person, who will see it.",
    Phrase.CALL: "Call a human",
    Phrase.TOO_LONG: "This text is too long. Please put the question in two or three sentences.",
    Phrase.DID_YOU_MEAN: "Did you mean one of these? Choose one, or say more about the question.",
    Phrase.ABOUT_THE_REST: "And the other question: is it one of these? Choose one, or say more.",
    Phrase.REQUESTED: "I am calling an operator. You can add details while you wait.",
    Phrase.LOW_CONFIDENCE: "I am not sure of the right answer. I am passing this to an operator.",
    Phrase.NO_KNOWLEDGE: "The knowledge base does not answer this. I am passing it to an operator.",
    Phrase.UNGROUNDED: "The knowledge base does not confirm it. I am passing this to an operator.",
    Phrase.FAILED: "The answer could not be prepared. I am passing this to an operator.",
    Phrase.DEADLINE: "The answer takes too long. I am passing this to an operator.",
}
_TEXTS = {Locale.RU: _RU, Locale.EN: _EN}
_CYRILLIC = re.compile(r"[а-яё]", re.IGNORECASE)
_LATIN = re.compile(r"[a-z]", re.IGNORECASE)
_CLEAR = 0.8


def phrase(name: Phrase, language: Locale) -> str:
    """Return what an agent says, in the visitor's language."""
    return _TEXTS[language][name]


def handoff_phrase(reason: HandoffReason, language: Locale) -> str:
    """Return what the visitor reads while a person is called."""
    return phrase(Phrase(reason.value), language)


def is_phrase(text: str, name: Phrase) -> bool:
    """Whether ``text`` is what an agent says by this name, in any language."""
    return any(texts[name] == text for texts in _TEXTS.values())


def language_of(text: str, fallback: Locale) -> Locale:
    """Tell the language of a text by its letters, else ``fallback``.

    English wants several words: a lone Latin one is a product or an error code anywhere.
    """
    cyrillic, latin = len(_CYRILLIC.findall(text)), len(_LATIN.findall(text))
    if cyrillic and cyrillic >= latin * (1 - _CLEAR):
        return Locale.RU
    if latin and not cyrillic and len(text.split()) >= 3:
        return Locale.EN
    return fallback
