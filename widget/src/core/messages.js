/** @import { Message } from "./types.js" */

/**
 * Merges messages by id; what comes later wins. The result is ordered by `seq`.
 *
 * @param {Message[]} known
 * @param {readonly Message[]} incoming
 * @returns {Message[]}
 */
export function mergeMessages(known, incoming) {
  if (incoming.length === 0) return known;
  const byId = new Map(known.map((message) => [message.id, message]));
  for (const message of incoming) byId.set(message.id, message);
  return [...byId.values()].sort((a, b) => a.seq - b.seq);
}
