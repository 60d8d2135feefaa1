/** The sentences of the part for what is rare, both languages: the part is small. */

export const AWAY_WORDS = {
  ru: {
    near: ["сегодня", "завтра"],
    from: "с",
    /** @param {string} day "среда" → "в среду". */
    on: (day) => `в${day.startsWith("вт") ? "о" : ""} ${day.replace(/а$/, "у")}`,
    back: (/** @type {string | null} */ when, /** @type {string} */ zone) =>
      when ? `Операторы ответят ${when} (${zone}).` : "Сейчас операторов нет. Они ответят, когда вернутся.",
    nobody: "Сейчас операторов нет",
    reach: "Почта или телефон для ответа",
    text: "Что передать оператору",
    send: "Оставить сообщение",
    reachWrong: "Укажите почту или телефон, по которым с вами можно связаться.",
    textMissing: "Напишите, что передать.",
    failed: "Не получилось отправить. Попробуйте ещё раз.",
    left: "Сообщение передано. Оператор свяжется с вами.",
    sure: "Удалить всю переписку и всё, что о вас известно? Вернуть это будет нельзя.",
    erase: "Удалить",
    keep: "Не удалять",
    notErased: "Не получилось удалить. Попробуйте ещё раз.",
    erased: "Ваши данные удаляются. Начат новый разговор.",
  },
  en: {
    near: ["today", "tomorrow"],
    from: "from",
    on: (/** @type {string} */ day) => `on ${day}`,
    back: (/** @type {string | null} */ when, /** @type {string} */ zone) =>
      when ? `Operators will answer ${when} (${zone}).` : "No operators are here now. They will answer when they are back.",
    nobody: "No operators are here now",
    reach: "E-mail or phone for the answer",
    text: "What to tell the operator",
    send: "Leave a message",
    reachWrong: "Give an e-mail or a phone number where you can be reached.",
    textMissing: "Write what to pass on.",
    failed: "It could not be sent. Please try again.",
    left: "Your message was passed on. An operator will get in touch.",
    sure: "Delete the whole conversation and all that is known about you? This cannot be undone.",
    erase: "Delete",
    keep: "Keep it",
    notErased: "It could not be deleted. Try again.",
    erased: "Your data is being deleted. A new conversation has begun.",
  },
};
