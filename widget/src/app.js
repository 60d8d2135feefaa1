/**
 * The panel at work: store, outbox, link and view, wired together.
 *
 * @import { Config } from "./boot/config.js"
 * @import { Load } from "./boot/load.js"
 * @import { Sessions } from "./net/session.js"
 * @import { Locale, State, WidgetEvent, WidgetLook, WireEvent } from "./core/types.js"
 * @import { OutboxStore } from "./core/outbox.js"
 * @import { Store } from "./core/store.js"
 * @import { Shelf } from "./net/storage.js"
 * @import { Words } from "./ui/context.js"
 * @import { View } from "./ui/view.js"
 */
import { createAsking } from "./asking.js";
import { createDrafts, DRAFT } from "./drafts.js";
import { Outbox } from "./core/outbox.js";
import { Reading } from "./core/reading.js";
import { createStore } from "./core/store.js";
import { timeline } from "./core/timeline.js";
import { createLink, PLACE, TOKEN } from "./net/link.js";
import { openShelf, outboxStore } from "./net/storage.js";
import { mintId } from "./net/ids.js";
import { ASKED, createParts } from "./parts.js";
import { shareIdentity } from "./sharing.js";
import { createRenderer } from "./ui/renderer.js";
import { createView } from "./ui/view.js";

const TYPING_LASTS = 5_000;
const NOTICE_LASTS = 8_000;
const READ = "read";

/**
 * @typedef {object} AppPorts
 * @property {Config} config
 * @property {AbortSignal} signal
 * @property {() => void} onClose
 * @property {Words} words In the language of `config.guess`.
 * @property {Load} load
 * @property {Sessions} sessions
 * @property {typeof createLink} [linkFactory]
 * @property {ShadowRoot} root
 * @property {(look: WidgetLook | null) => void} dress
 * @property {(view: View, before: View | null) => void} onView A view was made, at first or for
 *   another language.
 * @property {(locale: Locale) => void} onLocale
 * @property {(messages: { sender: string, id: string }[]) => void} onMessages
 * @property {(count: number) => void} onUnread
 */

/** @param {AppPorts} ports */
export function createApp({
  config, signal, words, load, sessions, linkFactory = createLink, root, dress,
  onClose, onView, onLocale, onMessages, onUnread,
}) {
  const shelf = openShelf(`otvet:${config.siteKey}:`);
  const timers = createTimers(signal);
  const store = createStore(onChange);
  const link = linkFactory({
    base: config.base,
    ask: sessions.ask, shelf, signal,
    later: timers.later,
    bring: () => load("detour"),
    state: store.get,
    onSession(session, back) {
      const another = who?.visitor !== session.visitor_id;
      if (who && another) {
        asking.forget();
        // Words of somebody whom the site knew are not left for the next at this device.
        view?.clear(who.known);
      }
      who = { visitor: session.visitor_id, known: config.identity !== null };
      tellWho();
      outbox.belong(who.visitor, who.known);
      store.dispatch({ type: "session.started", session, back: back || who.known });
      if (another && view) drafts.recall(view);
      dress(session.settings.look ?? null);
      config.siteLocale = session.settings.locale;
      void switchTo(config.locale ?? config.siteLocale);
    },
    onFact,
    onChange: (next) => store.dispatch({ type: "link.changed", link: next }),
    resume,
    pause: () => outbox.pause(),
  });
  const outbox = connectOutbox(link, store, outboxStore(shelf), timers.later);
  const asking = createAsking(store, link.command);
  const reading = connectReading(link, shelf, timers.later);

  const drafts = createDrafts(shelf, () => store.get().conversation?.id);

  /** @type {View | null} */
  let view = null;
  let open = false;
  let switches = 0;
  let viewEnding = new AbortController();
  /** @type {{ visitor: string, known: boolean } | null} */
  let who = null;
  const tellWho = shareIdentity(config, shelf.name("who"), reconnect, signal);
  /** @type {ReturnType<typeof createParts>} */
  let parts;
  const renderer = createRenderer(signal, draw);

  /** @type {import("./ui/context.js").Actions} */
  const act = {
    send(text, attachments) {
      outbox.add(text, attachments);
      view?.toEnd();
    },
    retry: (id) => outbox.retry(id),
    discard: (id) => outbox.settle(id),
    stop: asking.stop,
    callHuman: asking.callHuman,
    close: onClose,
    hurry: () => link.hurry(),
    type: asking.type,
    draft: drafts.keep,
    dismiss: () => store.dispatch({ type: "notice.hidden" }),
    look: renderer.request,
    fail: (code) => store.dispatch({ type: "notice.shown", notice: { code } }),
    files: () => parts.files(),
    offerAway: (place) => parts.offerAway(place),
    offerErasure: (place) => parts.offerErasure(place).catch(() => act.fail("no_answer")),
  };

  function resume() {
    outbox.resume();
    asking.resume();
  }

  /** @param {WireEvent} event */
  function onFact(event) {
    store.dispatch(event);
    const messages = "messages" in event ? event.messages : "message" in event ? [event.message] : [];
    for (const { client_message_id: id } of messages) if (id) outbox.settle(id);
    if (event.type === "typing.started") {
      timers.named("typing", () => store.dispatch({ type: "typing.expired" }), TYPING_LASTS);
    }
  }

  /**
   * @param {State} state
   * @param {WidgetEvent} event
   */
  function onChange(state, event) {
    if (state.notice && event.type !== "notice.hidden") {
      timers.named("notice", () => store.dispatch({ type: "notice.hidden" }), NOTICE_LASTS);
    }
    renderer.request();
  }

  function draw() {
    const state = store.get();
    root.host.toggleAttribute("data-gone", state.link.code === "site_unknown");
    const attended = open && !document.hidden;
    const fresh = view?.update(state, timeline(state, Date.now())) ?? [];
    if (fresh.length > 0) onMessages(fresh.map(({ sender, id }) => ({ sender, id })));
    onUnread(reading.look(state, attended && (view?.atEnd() ?? false)));
    if (view) parts.drawn(view, fresh, attended);
  }

  /** @param {Locale} locale */
  async function switchTo(locale) {
    const mine = ++switches;
    if (view?.locale === locale) return;
    try {
      const its = await load(locale);
      // What was wanted last is spoken, whichever words come last.
      if (mine === switches) speak(locale, its);
    } catch {
      // Words that did not arrive are no reason to fall silent: it goes on in those it has.
    }
  }

  /**
   * @param {Locale} locale
   * @param {Words} its
   */
  function speak(locale, its) {
    if (signal.aborted) return;
    const before = view;
    viewEnding.abort();
    viewEnding = new AbortController();
    signal.addEventListener("abort", () => viewEnding.abort(), { signal: viewEnding.signal });
    parts = createParts({ base: config.base, root, load, sessions, store, shelf, later: timers.later, command: link.command, token: link.token, renew: link.renew, known: () => config.identity !== null, reset }, locale, viewEnding.signal);
    view = createView(locale, its, act, viewEnding.signal);
    if (before) view.fill(before.input.value);
    draw();
    onView(view, before);
    onLocale(locale);
  }

  /** Whoever was here has gone: nothing of theirs is left in this tab. */
  function begin() {
    config.identity = null;
    who = null;
    // Whoever signs in next is told of anew, were it the same person.
    tellWho();
    outbox.forget();
    asking.forget();
    link.forget();
    // At once: the next session may be long in coming.
    store.dispatch({ type: "visitor.left" });
    for (const form of root.querySelectorAll("form")) form.reset();
    view?.clear(true);
    link.reopen();
  }

  /** The page has said who is there: the next session shows whose words these are. */
  function reconnect() {
    outbox.disown();
    link.reopen();
  }

  /** The same for all tabs, and for whoever comes after. */
  function reset() {
    for (const key of [TOKEN, PLACE, READ, DRAFT, ASKED]) shelf.remove(key);
    begin();
  }

  /** @param {StorageEvent} event Of another tab. */
  function onStorage({ key, newValue }) {
    // What it has taken away stays so; from here it would take away what came after.
    if (key === shelf.name(TOKEN) && newValue === null) begin();
    if (key === shelf.name(READ)) renderer.request();
  }

  addEventListener("storage", onStorage, { signal });
  document.addEventListener("visibilitychange", renderer.request, { signal });
  speak(config.guess, words);
  link.open();
  return {
    reconnect, reset, send: act.send, speak: switchTo,
    /** @param {boolean} now The panel is there to be read. */
    setOpen(now) {
      open = now;
      renderer.request();
    },
  };
}

/**
 * @param {ReturnType<typeof createLink>} link
 * @param {Store} store
 * @param {OutboxStore} kept
 * @param {(run: () => void, ms: number) => () => void} later
 */
function connectOutbox(link, store, kept, later) {
  return new Outbox({
    send: ({ client_message_id, text, attachments = [] }) =>
      link.command("message.send", {
        client_message_id,
        text,
        ...(attachments.length > 0 && { attachments: attachments.map(({ id }) => id) }),
      }),
    store: kept,
    now: Date.now,
    later,
    mintId,
    changed: (entries) => store.dispatch({ type: "outbox.changed", entries }),
    acked: (entry, { message_id, seq }) =>
      store.dispatch({ type: "outbox.acked", entry, message_id, seq, at: new Date().toISOString() }),
  });
}

/**
 * @param {ReturnType<typeof createLink>} link
 * @param {Shelf} shelf
 * @param {(run: () => void, ms: number) => () => void} later
 */
function connectReading(link, shelf, later) {
  return new Reading({
    send: (seq) => link.command("conversation.read", { seq }),
    load: () => shelf.get(READ),
    keep: (mark) => shelf.set(READ, mark),
    later,
  });
}

/**
 * Timers that end with the widget.
 *
 * @param {AbortSignal} signal
 */
function createTimers(signal) {
  /** @type {Set<ReturnType<typeof setTimeout>>} */
  const running = new Set();
  /** @type {Map<string, () => void>} */
  const byName = new Map();
  signal.addEventListener("abort", () => running.forEach((timer) => clearTimeout(timer)));

  /**
   * @param {() => void} run
   * @param {number} ms
   * @returns {() => void} Its undo.
   */
  function later(run, ms) {
    if (signal.aborted) return () => {};
    const timer = setTimeout(() => {
      running.delete(timer);
      run();
    }, ms);
    running.add(timer);
    return () => {
      clearTimeout(timer);
      running.delete(timer);
    };
  }

  return {
    later,
    /**
     * Starts a timer anew under its name.
     *
     * @param {string} name
     * @param {() => void} run
     * @param {number} ms
     */
    named(name, run, ms) {
      byName.get(name)?.();
      byName.set(name, later(run, ms));
    },
  };
}
