/**
 * Where the visitor writes. Enter sends, Shift+Enter makes a line.
 *
 * @import { State } from "../core/types.js"
 * @import { Tray } from "../files.js"
 * @import { Context } from "./context.js"
 */
import { codePoints } from "../core/delta.js";
import { isComposing, setText } from "./h.js";
import { icon } from "./icons.js";

const DEFAULT_LIMIT = 4_000;
const TALLEST = 132;
const NO_FILES = { ready: 0, busy: false };

/** @param {Context} context */
export function createComposer({ h, words, act }) {
  let limit = DEFAULT_LIMIT;
  let generating = false;
  let uploads = false;
  let kept = "";
  /** @type {Tray | null} */
  let tray = null;

  const input = h("textarea", {
    hook: "composer",
    rows: 1,
    dir: "auto",
    enterkeyhint: "send",
    autocomplete: "off",
    "aria-label": words.$composer,
    "aria-describedby": "otvet-count",
    placeholder: words.$placeholder,
    on: { input: onInput, keydown: onKey, paste: onFiles },
  });
  const count = h("span", { class: "count", id: "otvet-count" });
  const stop = h(
    "button",
    { hook: "stop", class: "round stop", "aria-label": words.$stop, title: words.$stop, hidden: true, on: { click: () => act.stop() } },
    icon("stop"),
  );
  const send = h(
    "button",
    { type: "submit", hook: "send", class: "round send", "aria-label": words.$send, title: words.$send, disabled: true },
    icon("send"),
  );
  const picker = h("input", {
    type: "file", hook: "attach", class: "sr", multiple: true, "aria-label": words.$attach,
    on: { change: onPick },
  });
  const attach = h("label", { class: "round attach", title: words.$attach, hidden: true }, picker, icon("clip"));
  const place = h("div", { class: "tray-place" });
  const human = h(
    "button",
    { hook: "call-human", class: "human", on: { click: () => act.callHuman() } },
    icon("person"),
    words.$human,
  );
  const element = h(
    "div",
    { class: "bottom" },
    place,
    h(
      "form",
      {
        class: "composer", novalidate: true,
        on: { submit: onSubmit, click: onPress },
      },
      attach,
      input,
      stop,
      send,
    ),
    h("div", { class: "under" }, h("span", { class: "honest" }, words.$disclosureShort), count, human),
  );

  /** @param {Event} event */
  function onSubmit(event) {
    event.preventDefault();
    const text = input.value.trim();
    const { ready, busy } = tray?.state() ?? NO_FILES;
    if ((!text && ready === 0) || busy || codePoints(text) > limit) return;
    input.value = "";
    const attachments = tray?.take() ?? [];
    refresh();
    act.send(text, attachments);
    input.focus();
  }

  function onPick() {
    // A copy: emptying the field, so that the same file can be chosen again, empties its list.
    take([...(picker.files ?? [])]);
    picker.value = "";
  }

  /** @param {ClipboardEvent | DragEvent} event Of files; of anything else it goes its way. */
  function onFiles(event) {
    const given = "clipboardData" in event ? event.clipboardData : event.dataTransfer;
    if (!uploads || !given?.types.includes("Files")) return;
    // Cells and formatted text come with a picture of themselves: it is their words that are meant.
    if (event.type === "paste" && ["text/plain", "text/html"].every((type) => given.types.includes(type))) return;
    event.preventDefault();
    if (event.type !== "dragover") take([...given.files]);
  }

  /** @param {File[]} files */
  function take(files) {
    act.files().then(
      (part) => {
        tray ??= part.tray(place, refresh);
        tray.add(files);
      },
      () => act.fail("no_answer"),
    );
  }

  /** @param {KeyboardEvent} event */
  function onKey(event) {
    if (event.key !== "Enter" || event.shiftKey || isComposing(event)) return;
    onSubmit(event);
  }

  /** @param {MouseEvent} event A press on the frame means the field in it. */
  function onPress(event) {
    if (event.target === event.currentTarget) input.focus();
  }

  function onInput() {
    refresh();
    if (input.value) act.type();
  }

  function refresh() {
    if (input.value !== kept) act.draft((kept = input.value));
    const text = input.value.trim();
    const left = limit - codePoints(text);
    const { ready, busy } = tray?.state() ?? NO_FILES;
    const nothing = text === "" && ready === 0;
    send.disabled = nothing || busy || left < 0;
    stop.hidden = !generating;
    send.hidden = generating && nothing;
    const near = left < limit / 10;
    setText(count, near ? (left < 0 ? words.$tooLong(-left) : words.$left(left)) : "");
    count.toggleAttribute("data-over", left < 0);
    input.setAttribute("aria-invalid", String(left < 0));
    fit();
  }

  function fit() {
    input.style.height = "auto";
    input.style.height = `${Math.min(input.scrollHeight, TALLEST)}px`;
  }

  return {
    element,
    input,
    onFiles,
    /** @param {string} text */
    fill(text) {
      input.value = text;
      refresh();
    },
    /** @param {boolean} whole What is written goes too; files always do, for they are of one conversation. */
    clear(whole) {
      tray?.take();
      if (whole) input.value = "";
      refresh();
    },
    /** @param {State} state */
    update({ settings, generation, conversation, calling }) {
      limit = settings?.text_limit ?? DEFAULT_LIMIT;
      generating = generation !== null;
      uploads = settings?.uploads ?? false;
      attach.hidden = !uploads;
      stop.disabled = generation?.stopping ?? false;
      const status = conversation?.status;
      const person = status === "waiting" || status === "operator";
      human.hidden = person || calling;
      element.toggleAttribute("data-human", person);
      input.placeholder = person ? words.$placeholderOperator : settings?.placeholder || words.$placeholder;
      refresh();
    },
  };
}
