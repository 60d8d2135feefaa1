/**
 * Files of messages: the tray of those that go with the next one, and how they look in a message.
 * A part of its own, for most conversations have none: it comes with the first file.
 *
 * @import { Attachment, ErrorBody, Locale } from "./core/types.js"
 */
import css from "./ui/files.css";
import { createH, setText } from "./ui/h.js";
import { icon } from "./ui/icons.js";
import { FILE_WORDS } from "./locales/files.js";

const FILE = "M13.5 3.5H7A1.5 1.5 0 0 0 5.5 5v14A1.5 1.5 0 0 0 7 20.5h10a1.5 1.5 0 0 0 1.5-1.5V8.5ZM13.5 3.5v5h5";
const MOST = 5;
const LARGEST = 10 * 1024 * 1024;
/** Bytes a millisecond of the slowest line that the platform waits for. */
const SLOWEST = 32;

/**
 * @typedef {object} FilesPorts
 * @property {ShadowRoot} root
 * @property {string} base
 * @property {() => string | null} token
 * @property {Locale} locale
 * @property {AbortSignal} signal
 *
 * @typedef {object} Tray
 * @property {(files: Iterable<File>) => void} add
 * @property {() => Attachment[]} take What is uploaded; the tray is empty after.
 * @property {() => { ready: number, busy: boolean }} state
 *
 * @typedef {object} Files
 * @property {(place: HTMLElement, changed: () => void) => Tray} tray
 * @property {(place: HTMLElement, attachments: readonly Attachment[], conversation?: string) => void} draw
 *   Those of another conversation than the token's are fetched from there.
 *
 * @typedef {(ports: FilesPorts) => Files} FilesFactory
 */

/** One for every view of the panel: another language is no reason for another sheet. */
const sheet = new CSSStyleSheet();
sheet.replaceSync(css);

/** @type {FilesFactory} */
export function createFiles({ root, base, token, locale, signal }) {
  const words = FILE_WORDS[locale];
  const h = createH(signal);
  const visitor = `${base}/api/v1/visitor/`;
  const url = `${visitor}attachments`;
  if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets.push(sheet);

  /** @param {number} bytes */
  function size(bytes) {
    const step = bytes < 1024 ? 0 : bytes < 1024 * 1024 ? 1 : 2;
    const value = bytes / 1024 ** step;
    return `${value.toLocaleString(locale, { maximumFractionDigits: value < 10 && step > 0 ? 1 : 0 })} ${words.units[step]}`;
  }

  /**
   * @param {File} file
   * @param {(share: number) => void} progress
   * @param {AbortSignal} stopped
   * @returns {Promise<Attachment>} Rejects with an `ErrorBody`.
   */
  function upload(file, progress, stopped) {
    // `fetch` does not tell how much of a body has gone out; this does.
    return new Promise((resolve, reject) => {
      const call = new XMLHttpRequest();
      const fail = () => reject({ code: "no_answer", message: "" });
      call.open("POST", `${url}?name=${encodeURIComponent(file.name || "file")}`);
      call.setRequestHeader("authorization", `Bearer ${token() ?? ""}`);
      call.setRequestHeader("content-type", "application/octet-stream");
      call.setRequestHeader("accept-language", locale);
      call.timeout = 30_000 + file.size / SLOWEST;
      call.responseType = "json";
      call.upload.onprogress = (event) => progress(event.loaded / Math.max(1, event.total));
      call.onload = () => (call.status === 200 ? resolve(call.response) : reject(call.response ?? {}));
      call.onerror = call.ontimeout = call.onabort = fail;
      stopped.addEventListener("abort", () => call.abort(), { once: true });
      call.send(file);
    });
  }

  /** @type {Files["tray"]} */
  function tray(place, changed) {
    /** @type {Map<HTMLElement, { attachment: Attachment | null, stop: AbortController }>} */
    const kept = new Map();
    const list = h("ul", { hook: "tray", class: "tray", "aria-label": words.tray });
    const error = h("p", { class: "tray-error", role: "alert" });
    place.append(list, error);

    /** @param {HTMLElement} chip */
    function drop(chip) {
      kept.get(chip)?.stop.abort();
      kept.delete(chip);
      chip.remove();
      changed();
    }

    /** @param {File} file */
    async function add(file) {
      if (kept.size >= MOST) return setText(error, words.tooMany(MOST));
      if (file.size > LARGEST) return setText(error, words.tooLarge(file.name));
      const stop = new AbortController();
      const note = h("span", { class: "file-note" }, words.progress(0));
      const remove = h(
        "button",
        { class: "file-remove", "aria-label": words.remove(file.name), on: { click: () => drop(chip) } },
        icon("close"),
      );
      const chip = h("li", { hook: "tray-file", class: "file" }, icon("quote", FILE), h("span", { class: "file-name" }, file.name), note, remove);
      kept.set(chip, { attachment: null, stop });
      list.append(chip);
      changed();
      // Not `AbortSignal.any`, which is younger than the oldest browser that this is for.
      signal.addEventListener("abort", () => stop.abort(), { signal: stop.signal });
      try {
        const progress = (/** @type {number} */ share) => setText(note, words.progress(Math.floor(share * 100)));
        const attachment = await upload(file, progress, stop.signal);
        kept.set(chip, { attachment, stop });
        setText(note, size(attachment.size));
        changed();
      } catch (refusal) {
        if (stop.signal.aborted) return;
        drop(chip);
        const body = /** @type {Partial<ErrorBody>} */ (refusal);
        setText(error, words.failed(file.name, body.message ?? ""));
      }
    }

    return {
      add(files) {
        setText(error, "");
        for (const file of files) void add(file);
      },
      take() {
        const ready = [...kept.values()].flatMap(({ attachment }) => attachment ?? []);
        kept.clear();
        list.replaceChildren();
        setText(error, "");
        changed();
        return ready;
      },
      state() {
        const all = [...kept.values()];
        return { ready: all.filter((each) => each.attachment).length, busy: all.some((each) => !each.attachment) };
      },
    };
  }

  /**
   * @param {Attachment} attachment
   * @param {string} [conversation]
   * @returns {Promise<string>} An address within this page.
   */
  async function fetched({ id }, conversation) {
    const from = conversation ? `${visitor}conversations/${conversation}/attachments` : url;
    const response = await fetch(`${from}/${id}`, {
      // Not `*/*`: LocalStack's API Gateway would answer with base64.
      headers: { accept: "application/octet-stream", authorization: `Bearer ${token() ?? ""}` },
      credentials: "omit",
      signal,
    });
    if (!response.ok) throw new Error(String(response.status));
    const address = URL.createObjectURL(await response.blob());
    signal.addEventListener("abort", () => URL.revokeObjectURL(address), { once: true });
    return address;
  }

  /** @param {Attachment} attachment @param {string} [conversation] */
  function named(attachment, conversation) {
    const note = h("span", { class: "file-note" }, size(attachment.size));
    const save = async () => {
      try {
        h("a", { href: await fetched(attachment, conversation), download: attachment.name }).click();
      } catch {
        setText(note, words.gone);
      }
    };
    return h(
      "button",
      { hook: "file", class: "file", on: { click: save } },
      icon("quote", FILE),
      h("span", { class: "sr" }, words.save),
      h("span", { class: "file-name" }, attachment.name),
      note,
    );
  }

  /** @param {Attachment} attachment @param {string} [conversation] */
  function picture(attachment, conversation) {
    const { name, width, height } = attachment;
    const image = h("img", { alt: name, width, height, decoding: "async" });
    const link = h("a", { hook: "picture", class: "picture", target: "_blank", rel: "noopener", "aria-label": words.open(name) }, image);
    const plain = () => link.replaceWith(named(attachment, conversation));
    // A host page may forbid pictures that are not its own.
    image.addEventListener("error", plain, { signal, once: true });
    fetched(attachment, conversation).then((address) => {
      image.src = address;
      link.href = address;
    }, plain);
    return link;
  }

  return {
    tray,
    draw(place, attachments, conversation) {
      place.replaceChildren(
        ...attachments.map((each) => (each.width && each.height ? picture(each, conversation) : named(each, conversation))),
      );
    },
  };
}
