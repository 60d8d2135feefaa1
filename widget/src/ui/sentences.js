/**
 * Sentences that are put together from the state.
 *
 * @import { State } from "../core/types.js"
 * @import { Item } from "../core/timeline.js"
 * @import { Words } from "./context.js"
 */
import { agentName } from "../core/timeline.js";

/**
 * @param {Words} words
 * @param {Pick<Item, "outcome" | "text" | "name">} item
 * @returns {string} A system message in the visitor's language, by its code; else as it came.
 */
export function systemSentence({ $outcomes: outcomes }, { outcome, text, name }) {
  const known = Object.hasOwn(outcomes, outcome ?? "");
  const sentence = known ? outcomes[/** @type {keyof typeof outcomes} */ (outcome)] : text;
  return typeof sentence === "function" ? sentence(name ?? "") : sentence;
}

/**
 * @param {Words} words
 * @param {State} state
 * @returns {{ who: string | null, what: string } | null} What is being done for the visitor now.
 */
export function stageSentence(words, state) {
  const { generation, typing, conversation } = state;
  if (typing && !generation) {
    const who = typing.name ?? conversation?.operator_name ?? words.$operator;
    return { who, what: words.$typing };
  }
  if (!generation) return null;
  const { stage, position, text } = generation;
  // Text that is being written speaks for itself.
  if (text && stage !== "checking") return null;
  const what = {
    queued: words.$stageQueued(position === 1 ? null : position),
    understanding: words.$stageUnderstanding,
    routing: words.$stageRouting,
    reading: words.$stageReading,
    writing: words.$stageWriting,
    checking: words.$stageChecking,
  }[stage];
  return { who: agentName(state, generation.agent), what };
}

/**
 * @param {Words} words
 * @param {State} state
 * @returns {string} Who is there, in a line.
 */
export function presenceSentence(words, { conversation, link, synced }) {
  if (!synced || link.phase !== "online") return link.lost ? words.$away : words.$connecting;
  switch (conversation?.status) {
    case "waiting":
      return words.$waiting;
    case "operator":
      return conversation.operator_name
        ? words.$withOperator(conversation.operator_name)
        : words.$withSomeone;
    case "closed":
      return words.$closedStatus;
    default:
      return words.$online;
  }
}

/**
 * @param {Words} words
 * @param {State} state
 * @returns {string} "you are number 2 in line, about 3 minutes".
 */
export function queueSentence(words, { conversation }) {
  const parts = [
    conversation?.position ? words.$position(conversation.position) : "",
    conversation?.eta_seconds ? words.$eta(conversation.eta_seconds) : "",
  ];
  return parts.filter(Boolean).join(", ");
}

/**
 * @param {Words} words
 * @param {{ code?: string, message?: string | null }} error
 * @returns {string} This side's own sentence where it has one; else the platform's.
 */
export function errorSentence({ $errors: errors }, { code = "", message }) {
  const known = Object.hasOwn(errors, code) ? errors[/** @type {keyof typeof errors} */ (code)] : null;
  return known ?? (message || errors.internal);
}
