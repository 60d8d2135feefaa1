"""What visitors write that no passage answers, and which of the agents' phrases replies to it."""

from gpu_worker.agents.texts import Phrase
from gpu_worker.training.examples import Kind
from shared.domain.words import Locale

SMALL_TALK: dict[tuple[Kind, Phrase, Locale], tuple[str, ...]] = {
    (Kind.GREETING, Phrase.GREETING, Locale.RU): (
        "Здравствуйте", "Здравствуйте!", "добрый день", "Доброе утро!", "добрый вечер", "привет",
        "приветствую", "всем привет", "Здравствуйте, есть кто?", "доброго времени суток",
    ),
    (Kind.GREETING, Phrase.GREETING, Locale.EN): (
        "Hello", "hi there", "Good morning", "good afternoon!", "Hey", "Hello, anyone here?",
        "hi", "Good evening", "Hi, can you help me?", "hello support",
    ),
    (Kind.GREETING, Phrase.THANKS, Locale.RU): (
        "спасибо", "Спасибо, помогло!", "благодарю", "всё заработало, спасибо", "огромное спасибо",
        "спс, разобрался", "получилось, спасибо большое", "Отлично, спасибо за помощь",
    ),
    (Kind.GREETING, Phrase.THANKS, Locale.EN): (
        "thank you", "Thanks, that helped!", "many thanks", "it works now, thank you", "thx",
        "Great, thanks a lot", "that worked, cheers", "Thank you very much for the help",
    ),
    (Kind.HANDOFF, Phrase.REQUESTED, Locale.RU): (
        "позовите оператора", "хочу поговорить с человеком", "соедините со специалистом",
        "нужен живой человек", "оператор", "переключите на сотрудника поддержки",
        "можно поговорить с кем-нибудь из людей?", "не хочу общаться с роботом, дайте человека",
    ),
    (Kind.HANDOFF, Phrase.REQUESTED, Locale.EN): (
        "call an operator", "I want to talk to a human", "connect me to a person please",
        "I need a real person", "operator", "transfer me to a support agent",
        "Can I speak with someone?", "I do not want to talk to a robot, get me a human",
    ),
    (Kind.REFUSAL, Phrase.NO_KNOWLEDGE, Locale.RU): (
        "какая завтра погода", "посоветуйте хороший ресторан рядом", "сколько будет 17 на 23",
        "напиши стихотворение про осень", "кто выиграл вчерашний матч", "как приготовить борщ",
        "какой сейчас курс доллара", "расскажи анекдот", "где купить билеты в театр",
        "переведи на французский: доброе утро", "какую машину лучше купить", "сколько стоят акции",
    ),
    (Kind.REFUSAL, Phrase.NO_KNOWLEDGE, Locale.EN): (
        "what will the weather be tomorrow", "recommend a good restaurant near the office",
        "what is 17 times 23", "write a poem about autumn", "who won the match last night",
        "how do I cook borscht", "what is the exchange rate today", "tell me a joke",
        "where can I buy theatre tickets", "translate to French: good morning",
        "which car should I buy", "how much are the shares worth",
    ),
}  # fmt: skip
