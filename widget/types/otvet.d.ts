/** The page's side of the Otvet widget, for the script tag and for the module. */

/** What the page may say against the site's settings; null takes it back. */
export interface OtvetChoices {
  /** The widget speaks these two; of `ru-RU` and the like the language counts. */
  locale?: "ru" | "en" | (string & {}) | null;
  theme?: "light" | "dark" | null;
  side?: "left" | "right" | null;
  /** Which way the panel is read; `auto` as the page is, by default as its language. */
  dir?: "ltr" | "rtl" | "auto" | null;
  /** What operators see of the page; `path`, which it is by default, leaves out query and fragment. */
  page?: "path" | "full" | "off" | null;
}

export interface OtvetOptions extends OtvetChoices {
  /** Address of the platform, with the path in front if there is one. */
  url: string | URL;
  /** Public key of the site. */
  siteKey: string;
  /** Who the visitor is: a JWT signed by the site's server. */
  identity?: string | null;
  /** True: the site's look is asked for at once; else nothing is, and it comes as the panel is opened. */
  look?: boolean;
}

interface Versioned {
  /** Of the detail's shape; it grows when a listener would have to be changed. */
  readonly version: 1;
}

/** By the event's name, what a listener is told, which is also the `detail` of `otvet:<name>`. */
export interface OtvetEvents {
  ready: Versioned;
  open: Versioned;
  close: Versioned;
  /** A message is there, whole; not those of before the panel was opened. */
  message: Versioned & { readonly sender: "agent" | "operator" | "system"; readonly id: string };
  /** How many messages the visitor has not seen. */
  unread: Versioned & { readonly count: number };
  /** The identity token is missing, wrong or expired: call `identify` with another. */
  identity: Versioned & { readonly code: "identity_required" | "identity_invalid" | "identity_expired" };
  destroy: Versioned;
}

type OnCall<Name extends keyof OtvetEvents> = [
  name: "on",
  event: Name,
  listener: (detail: OtvetEvents[Name]) => void,
  how?: { signal?: AbortSignal },
];
type AnyOnCall = { [Name in keyof OtvetEvents]: OnCall<Name> }[keyof OtvetEvents];

/** A call as a list, as `push` takes it. */
export type OtvetCall =
  | [name: "open", how?: { draft?: string }]
  | [name: "close" | "toggle" | "show" | "hide" | "reset" | "destroy"]
  | [name: "send", text: string]
  | [name: "update", choices: OtvetChoices]
  | [name: "identify", token: string | null]
  | AnyOnCall;

/** `window.Otvet` before the script is there (an array), and after. */
export interface OtvetQueue {
  /** After the script is there: the undo. */
  push<Name extends keyof OtvetEvents>(call: OnCall<Name>): unknown;
  /** After the script is there: what the last of the calls returns. */
  push(...calls: OtvetCall[]): unknown;
}

export interface Otvet extends OtvetQueue {
  <Name extends keyof OtvetEvents>(...call: OnCall<Name>): () => void;
  (...call: Exclude<OtvetCall, AnyOnCall>): void;
}

/**
 * Puts the widget on the page; `destroy` takes it away, and it may be mounted again.
 *
 * @throws {TypeError} An option is missing or wrong.
 * @throws {Error} The widget is on the page already, or cannot work there.
 */
export function mount(options: OtvetOptions): Otvet;

type OtvetEventMap = { [Name in keyof OtvetEvents as `otvet:${Name}`]: CustomEvent<OtvetEvents[Name]> };

declare global {
  interface Window {
    Otvet?: Otvet | OtvetQueue;
  }
  interface DocumentEventMap extends OtvetEventMap {}
  interface WindowEventMap extends OtvetEventMap {}
}
