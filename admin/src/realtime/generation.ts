import type { GenerationStage, MessageDelta, PartialAnswer } from "@/wire/schema";

/** An answer that is being written. */
export interface Generation {
  readonly messageId: string;
  readonly agent: string | null;
  readonly stage: string | null;
  readonly position: number | null;
  readonly text: string;
  /** Of the text, in code points: the unit of the wire's offsets. */
  readonly length: number;
  /** Something in between was missed; what comes now cannot be put in its place. */
  readonly gap: boolean;
}

export function fromPartial(partial: PartialAnswer): Generation {
  return {
    messageId: partial.message_id,
    agent: partial.agent,
    stage: partial.stage,
    position: null,
    text: partial.text,
    length: codePoints(partial.text).length,
    gap: false,
  };
}

export function atStage(current: Generation | null, event: GenerationStage): Generation {
  const base = current?.messageId === event.message_id ? current : empty(event.message_id);
  return {
    ...base,
    agent: event.agent ?? base.agent,
    stage: event.stage,
    position: event.position,
  };
}

/** Puts a delta in its place: repeated text is skipped, text after a gap is left out. */
export function withDelta(current: Generation | null, delta: MessageDelta): Generation {
  const base = current?.messageId === delta.message_id ? current : empty(delta.message_id);
  if (delta.offset > base.length) return base.gap ? base : { ...base, gap: true };
  const points = codePoints(delta.text);
  const fresh = points.slice(base.length - delta.offset);
  if (fresh.length === 0) return base;
  return {
    ...base,
    stage: base.stage ?? "writing",
    text: base.text + fresh.join(""),
    length: base.length + fresh.length,
  };
}

function empty(messageId: string): Generation {
  return { messageId, agent: null, stage: null, position: null, text: "", length: 0, gap: false };
}

function codePoints(text: string): readonly string[] {
  return Array.from(text);
}
