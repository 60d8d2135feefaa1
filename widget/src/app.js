/**
 * The panel at work: store, outbox, link and view, wired together.
 *
 * @import { Files } from "./files.js"
 * @import { Config } from "./boot/config.js"
 * @import { Load } from "./boot/load.js"
 * @import { Sessions } from "./boot/session.js"
 * @import { Ack, Locale, State, WidgetEvent, WidgetLook, WireEvent } from "./core/types.js"
 * @import { Words } from "./ui/context.js"
 * @import { View } from "./ui/view.js"
 */
import { Outbox } from "./core/outbox.js";
import { createStore } from "./core/store.js";
import { timeline } from "./core/timeline.js";
import { createLink } from "./net/link.js";
import { openShelf, outboxStore } from "./net/storage.js";
import { mintId } from "./net/ids.js";
import { createRenderer } from "./ui/renderer.js";
import { createView } from "./ui/view.js";

const TYPING_LASTS = 5_000;
const TYPING_EVERY = 3_000;
const NOTICE_LASTS = 8_000;

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
 */

/** @param {AppPorts} ports */
export function createApp({
  config, signal, words, load, sessions, linkFactory = createLink, root, dress,
  onClose, onView, onLocale, onMessages,
}) {
  const shelf = openShelf(`otvet:${config.siteKey}:`);
  const timers = createTimers(signal);
  const store = createStore(onChange);
  const link = linkFactory({
    base: config.base,
    ask: sessions.ask,
    shelf,
    signal,
    cursor: () => store.get().cursor,
    onSession(session) {
      store.dispatch({ type: "session.started", session });
      dress(session.settings.look ?? null);
      void switchTo(config.locale ?? session.settings.locale);
    },
    onFact,
    onChange: (next) => store.dispatch({ type: "link.changed", link: next }),
    resume,
    pause: () => outbox.pause(),
  });
  const outbox = new Outbox({
    send: ({ client_message_id, text, attachments = [] }) =>
      link.command("message.send", {
        client_message_id,
        text,
        ...(attachments.length > 0 && { attachments: attachments.map(({ id }) => id) }),
      }),
    store: outboxStore(shelf),
    now: Date.now,
    later: (run, ms) => timers.later(run, ms),
    mintId,
    changed: (entries) => store.dispatch({ type: "outbox.changed", entries }),
    acked: (entry, { message_id, seq }) =>
      store.dispatch({ type: "outbox.acked", entry, message_id, seq, at: new Date().toISOString() }),
  });

  /** @type {View | null} */
  let view = null;
  let viewEnding = new AbortController();
  let lastTyped = 0;
  let askedForHuman = false;
  /** @type {Promise<Files> | null} */
  let files = null;
  const renderer = createRenderer(signal, draw);

  /** @type {import("./ui/context.js").Actions} */
  const act = {
    send(text, attachments) {
      outbox.add(text, attachments);
      view?.toEnd();
    },
    retry: (id) => outbox.retry(id),
    discard: (id) => outbox.settle(id),
    stop: () => void command("generation.stop", "stop.asked", "stop.refused"),
    callHuman() {
      if (store.get().calling) return;
      askedForHuman = true;
      if (store.get().link.phase === "online") void callHuman();
      else store.dispatch({ type: "human.asked" });
    },
    close: onClose,
    hurry: () => link.hurry(),
    type() {
      // Only a person cares whether the other side is typing.
      if (store.get().conversation?.status !== "operator") return;
      if (Date.now() - lastTyped < TYPING_EVERY) return;
      lastTyped = Date.now();
      link.command("typing.start").catch(() => {});
    },
    dismiss: () => store.dispatch({ type: "notice.hidden" }),
    files(locale) {
      files ??= load("files").then((createFiles) =>
        createFiles({ root, base: config.base, token: () => shelf.get("token"), locale, signal: viewEnding.signal }),
      );
      files.catch(() => (files = null)); // the next try loads it anew
      return files;
    },
    async offerAway(place, locale) {
      const { settings } = store.get();
      if (!settings) return;
      const createAway = await load("away");
      createAway({
        place,
        root,
        locale,
        settings,
        mintId,
        leave: (contact) => sessions.leave(shelf.get("token"), contact),
        signal: viewEnding.signal,
      });
    },
  };

  function resume() {
    outbox.resume();
    if (askedForHuman) void callHuman();
  }

  async function callHuman() {
    const answered = await command("handoff.request", "human.asked", "human.refused");
    if (answered) askedForHuman = false;
  }

  /**
   * @param {string} name
   * @param {"human.asked" | "stop.asked"} asked
   * @param {"human.refused" | "stop.refused"} refused
   * @returns {Promise<boolean>} An answer came, whatever it was.
   */
  async function command(name, asked, refused) {
    store.dispatch({ type: asked });
    /** @type {Ack | null} */
    const ack = await link.command(name).catch(() => null);
    if (ack?.ok) return true;
    if (ack === null && asked === "human.asked") return false;
    store.dispatch({ type: refused });
    if (ack) store.dispatch({ type: "notice.shown", notice: ack.error });
    return true;
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
    const fresh = view?.update(state, timeline(state, Date.now())) ?? [];
    if (fresh.length > 0) onMessages(fresh.map(({ sender, id }) => ({ sender, id })));
  }

  /** @param {Locale} locale */
  async function switchTo(locale) {
    if (view?.locale === locale) return;
    try {
      speak(locale, await load(locale));
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
    files = null;
    viewEnding = new AbortController();
    signal.addEventListener("abort", () => viewEnding.abort(), { signal: viewEnding.signal });
    view = createView(locale, its, act, viewEnding.signal);
    if (before) view.fill(before.input.value);
    draw();
    onView(view, before);
    onLocale(locale);
  }

  speak(config.guess, words);
  outbox.restore();
  link.open();
  return { reconnect: link.reopen };
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
