/** The sentences of the part for off-hours, both languages: the part is small and rare. */

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
  },
};
