import { withTexts } from "@/lib/i18n/with-texts";

// What comes after the conversation itself, each with its texts: the first look must not wait for it.
export const NoteItem = withTexts(["talk"], async () => (await import("./notes/note-item")).NoteItem);
export const MessageMark = withTexts(["talk"], async () => (await import("./beside/message-mark")).MessageMark);
export const HandoffCard = withTexts(["talk"], async () => (await import("./beside/handoff-card")).HandoffCard);
export const VisitorPanel = withTexts(["talk"], async () => (await import("./beside/visitor-panel")).VisitorPanel);
export const CloseDialog = withTexts(["talk"], async () => (await import("./closing/close-dialog")).CloseDialog);
export const NoteComposer = withTexts(["talk"], async () => (await import("./notes/note-composer")).NoteComposer);
export const ReplyPicker = withTexts(["talk"], async () => (await import("./picker/reply-picker")).ReplyPicker);
export const WhyPanel = withTexts(["why", "assist"], async () => (await import("./why/why-panel")).WhyPanel);
export const FileTray = withTexts(["files"], async () => (await import("./files/tray")).FileTray);
export const Attachments = withTexts(["files"], async () => (await import("./files/attachments")).Attachments);
export const DeskStrip = withTexts(["desk"], async () => (await import("./desk/desk-strip")).DeskStrip);
export const DraftSlot = withTexts(["assist"], async () => (await import("./draft/draft-slot")).DraftSlot);
export const OwnCorrection = withTexts(["assist"], async () => (await import("./own-correction")).OwnCorrection);
