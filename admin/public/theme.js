// Sets the chosen theme and language before the first paint; src/lib/theme.ts keeps them later.
(function () {
  try {
    var theme = localStorage.getItem("otvet.theme");
    if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
    var locale = localStorage.getItem("otvet.locale");
    if (locale === "ru" || locale === "en") document.documentElement.lang = locale;
  } catch (error) {
    // Storage is forbidden: the system's theme it is.
  }
})();
