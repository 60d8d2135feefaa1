// A file of the console that does not come (a network that changes, a server that restarts) would leave the page empty:
// no script of the console runs then, so this one, which depends on nothing, asks for the page again.
(function () {
  var KEPT = "otvet.starts";
  var FIRST_WAIT_MS = 1000;
  var LONGEST_WAIT_MS = 30000;
  var FORGOTTEN_MS = 120000;
  var TEXTS = {
    ru: "Консоль не загрузилась: сеть не отвечает. Попробуем ещё раз сами.",
    en: "The console could not be loaded: the network does not answer. It will be tried again by itself.",
  };
  var isWaiting = false;

  function failuresSoFar() {
    try {
      var kept = JSON.parse(sessionStorage.getItem(KEPT)) || {};
      return Date.now() - kept.at < FORGOTTEN_MS ? kept.count : 0;
    } catch (error) {
      // Without storage nobody counts: then wait long.
      return 5;
    }
  }

  function hasBegun() {
    var root = document.getElementById("root");
    return root !== null && root.firstChild !== null;
  }

  function again() {
    if (!hasBegun()) return location.reload();
    // It was somebody else's fault, an extension's maybe, and the console stands.
    var told = document.getElementById("not-started");
    if (told) told.remove();
  }

  function waitAndTry() {
    // What breaks in a console that stands is shown by the console.
    if (isWaiting || hasBegun()) return;
    isWaiting = true;
    var count = failuresSoFar();
    try {
      sessionStorage.setItem(KEPT, JSON.stringify({ count: count + 1, at: Date.now() }));
    } catch (error) {
      // As above.
    }
    // One failure is mended before anybody has read of it.
    if (count > 0) tell();
    setTimeout(again, Math.min(FIRST_WAIT_MS * Math.pow(2, count), LONGEST_WAIT_MS));
    addEventListener("online", again);
  }

  function tell() {
    var main = document.createElement("main");
    var text = document.createElement("h1");
    main.id = "not-started";
    text.textContent = TEXTS[document.documentElement.lang] || TEXTS.ru;
    text.style.cssText = "margin: 20vh auto 0; padding: 0 20px; max-width: 32em; font: 16px/1.5 system-ui, sans-serif";
    main.append(text);
    (document.body || document.documentElement).append(main);
  }

  // A file of ours that did not come, or one that broke; of an extension's nothing follows.
  function isOurs(event) {
    var from = event.filename || event.target.src || event.target.href || "";
    return from.indexOf(location.origin + "/") === 0;
  }

  // Loads that fail do not bubble; modules that a module imports fail with it, and so does what it awaits.
  addEventListener("error", function (event) { if (isOurs(event)) waitAndTry(); }, true);
})();
