/** The sentences of the part for files, both languages: the part is small and rare. */

export const FILE_WORDS = {
  ru: {
    tray: "Файлы к сообщению",
    remove: (/** @type {string} */ name) => `Убрать ${name}`,
    progress: (/** @type {number} */ percent) => `${percent} %`,
    tooMany: (/** @type {number} */ most) => `Файлов может быть не больше ${most}.`,
    tooLarge: (/** @type {string} */ name) => `${name}: больше 10 МБ.`,
    failed: (/** @type {string} */ name, /** @type {string} */ why) => `${name}: ${why || "не загрузился. Попробуйте ещё раз."}`,
    open: (/** @type {string} */ name) => `Открыть ${name}`,
    save: "Скачать",
    gone: "Файл не открылся",
    units: ["Б", "КБ", "МБ"],
  },
  en: {
    tray: "Files of the message",
    remove: (/** @type {string} */ name) => `Remove ${name}`,
    progress: (/** @type {number} */ percent) => `${percent}%`,
    tooMany: (/** @type {number} */ most) => `Too many files: ${most} at most.`,
    tooLarge: (/** @type {string} */ name) => `${name}: over 10 MB.`,
    failed: (/** @type {string} */ name, /** @type {string} */ why) => `${name}: ${why || "did not upload. Try again."}`,
    open: (/** @type {string} */ name) => `Open ${name}`,
    save: "Download",
    gone: "The file did not open",
    units: ["B", "kB", "MB"],
  },
};
