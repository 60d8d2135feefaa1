/**
 * Whether an answer helped: a thumb beside its time, and a few words to it for whoever wants.
 *
 * @import { Message, Rating, State } from "../core/types.js"
 * @import { MoreContext } from "../more.js"
 */
import { setText } from "../ui/h.js";
import { icon } from "../ui/icons.js";
import { createComment } from "./comment.js";

const UP = "M7 10.5v9H4v-9ZM7 11l4-7.5c1.6 0 2.5 1 2.5 2.5v3.5h5a1.9 1.9 0 0 1 1.9 2.3l-1.3 6a2 2 0 0 1-2 1.7H7Z";
const DOWN = "M17 13.5v-9h3v9ZM17 13l-4 7.5c-1.6 0-2.5-1-2.5-2.5v-3.5h-5a1.9 1.9 0 0 1-1.9-2.3l1.3-6a2 2 0 0 1 2-1.7H17Z";
/** A question back, or a greeting, is no answer. */
const NO_ANSWERS = ["clarified", "greeted"];

/** @param {MoreContext} context */
export function createThumbs(context) {
  const list = /** @type {HTMLElement} */ (context.panel.querySelector(".list"));
  /** @type {WeakMap<Element, ReturnType<typeof createBar>>} By the place in the message. */
  const bars = new WeakMap();
  /** @type {State | null} */
  let last = null;

  return {
    /** @param {State} state */
    update(state) {
      const { messages, ratings, outbox } = state;
      if (messages === last?.messages && ratings === last.ratings && outbox === last.outbox) return;
      const wrote = last && lastWord(messages) !== lastWord(last.messages);
      last = state;
      const answers = new Map(messages.map((message) => [message.id, message]));
      for (const place of list.querySelectorAll(".rate")) {
        const thumbs = place.parentElement?.querySelector(".thumbs");
        const answer = answers.get(place.parentElement?.dataset["messageId"] ?? "");
        if (!thumbs || !answer || NO_ANSWERS.includes(answer.outcome ?? "")) continue;
        const bar = bars.get(place) ?? createBar(context, answer, thumbs, place);
        bars.set(place, bar);
        bar.draw(ratings[answer.id] ?? null);
        if (wrote) bar.leave();
      }
    },
  };
}

/** @param {readonly Message[]} messages @returns {string | undefined} The visitor's last one. */
function lastWord(messages) {
  return messages.filter(({ sender }) => sender === "visitor").at(-1)?.id;
}

/**
 * @param {MoreContext} context
 * @param {Message} answer
 * @param {Element} element For the thumbs.
 * @param {Element} place For what is asked after a thumb.
 */
function createBar(context, { id }, element, place) {
  const { h, words, store, marks } = context;
  const up = thumb("up", UP);
  const down = thumb("down", DOWN);
  const said = h("span", { hook: "rated", role: "status" });
  const open = h("button", { hook: "comment-open", class: "text-button quiet", hidden: true, on: { click: () => ask(true) } }, words.comment);
  element.append(up, down, said, open);
  /** @type {ReturnType<typeof createComment> | null} */
  let comment = null;
  /** @type {Rating | null} */
  let drawn = null;

  /** @param {"up" | "down"} rating @param {string} path */
  function thumb(rating, path) {
    return h(
      "button",
      {
        hook: `thumb-${rating}`, class: "thumb", "aria-pressed": "false",
        "aria-label": words[rating], title: words[rating], on: { click: () => press(rating) },
      },
      icon("close", path),
    );
  }

  const mark = marks({
    name: "message.rate",
    read: () => store.get().ratings[id] ?? null,
    show: (rating) => store.dispatch({ type: "rating.changed", message_id: id, rating }),
    undone() {
      setText(said, "");
      open.hidden = true;
      leave();
    },
  });

  /** @param {Rating} next */
  const rate = (next) => mark(next, { message_id: id, ...next });

  /** What is half written stays: it can be sent all the same. */
  function leave() {
    if (!comment?.field.value) hush();
  }

  /** @param {"up" | "down"} rating */
  function press(rating) {
    hush();
    if (drawn?.rating === rating) return ask(true);
    setText(said, words.thanks);
    open.hidden = rating === "down";
    if (rating === "down") ask(false, rating);
    void rate({ rating });
  }

  /** @param {boolean} focus @param {"up" | "down"} [rating] */
  function ask(focus, rating = drawn?.rating ?? "up") {
    open.hidden = true;
    comment = createComment(context, rating === "up" ? words.good : words.bad, send, close);
    comment.field.value = (drawn?.rating === rating && drawn.comment) || "";
    place.replaceChildren(comment.form);
    if (focus) comment.field.focus();

    /** @param {string} text */
    async function send(text) {
      const taken = await rate({ rating, comment: text });
      if (taken) {
        close();
        setText(said, words.passed);
      }
      return taken;
    }
  }

  function hush() {
    comment = null;
    place.replaceChildren();
  }

  /** Whoever was in the form is where they came from. */
  function close() {
    hush();
    (drawn?.rating === "up" ? up : down).focus();
  }

  return {
    leave,
    /** @param {Rating | null} rating */
    draw(rating) {
      drawn = rating;
      up.setAttribute("aria-pressed", String(rating?.rating === "up"));
      down.setAttribute("aria-pressed", String(rating?.rating === "down"));
    },
  };
}
