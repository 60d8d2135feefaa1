/** @import { WireEvent } from "./types.js" */

/** What the platform tells; whatever else it says is for a newer widget. @type {readonly WireEvent["type"][]} */
export const FACTS = [
  "conversation.snapshot",
  "message.created",
  "generation.stage",
  "message.delta",
  "message.completed",
  "generation.failed",
  "handoff.started",
  "operator.joined",
  "conversation.status",
  "typing.started",
  "message.rated",
  "conversation.rated",
];
