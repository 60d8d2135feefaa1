/**
 * What every part of the view gets.
 *
 * @import { Away } from "../away.js"
 * @import { Attachment, Locale } from "../core/types.js"
 * @import { Files } from "../files.js"
 * @import { H } from "./h.js"
 *
 * @typedef {typeof import("../locales/ru.js").ru} Words
 *
 * @typedef {object} Actions What the visitor can do.
 * @property {(text: string, attachments?: Attachment[]) => void} send
 * @property {() => Promise<Files>} files The part for files; it comes when needed.
 * @property {(client_message_id: string) => void} retry
 * @property {(client_message_id: string) => void} discard
 * @property {() => void} stop
 * @property {() => void} callHuman
 * @property {() => void} close
 * @property {() => void} hurry
 * @property {() => void} type
 * @property {(text: string) => void} draft What is in the field now.
 * @property {() => void} dismiss
 * @property {(place: HTMLElement) => void} offerErasure Asks whether all is to be deleted.
 * @property {() => void} look What is before the visitor's eyes is not what it was.
 * @property {(code: string) => void} fail Something did not work that they wanted.
 * @property {(place: HTMLElement) => Promise<Away | null>} offerAway Says there when people are
 *   back, and takes a message for them.
 *
 * @typedef {object} Context
 * @property {H} h
 * @property {Words} words
 * @property {Locale} locale
 * @property {AbortSignal} signal
 * @property {Actions} act
 */

export {};
