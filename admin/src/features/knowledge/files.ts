import { ApiError } from "@/lib/api-error";

export const FILE_LIMIT = 20 * 1_024 * 1_024;
const NAME_LIMIT = 200;
const TYPES = [".pdf", ".docx", ".xlsx", ".csv", ".tsv", ".html", ".htm", ".md", ".markdown", ".txt"];
/** For the file chooser of the browser. */
export const ACCEPTED = TYPES.join(",");

/** Why a file is not sent at all, by the code that the platform would refuse it with. */
export function fileProblem(file: File): ApiError | null {
  const code = problemCode(file);
  return code === null ? null : new ApiError({ code });
}

function problemCode(file: File): string | null {
  const name = file.name.toLowerCase();
  if (!TYPES.some((type) => name.endsWith(type))) return "document_unsupported";
  if (file.size > FILE_LIMIT) return "document_too_large";
  if (file.size === 0) return "document_empty";
  if (/[/\\]/.test(name) || Array.from(name).length > NAME_LIMIT) return "invalid_payload";
  return null;
}

/** The name of a document that was written here: what it is called by, as names may be. */
export function documentName(title: string): string {
  // eslint-disable-next-line no-control-regex
  const name = title.replace(/[/\\]/g, "-").replace(/[\s\u0000]+/g, " ").trim();
  return Array.from(name).slice(0, NAME_LIMIT).join("").trim();
}

/** A text under its title, unless it has one itself. */
export function asText(title: string, text: string): string {
  return /^\s*# /.test(text) ? text : `# ${oneLine(title)}\n\n${text}`;
}

/** A question and its answer, as one section that other phrasings lead to as well. */
export function asAnswer(question: string, phrasings: string, answer: string): string {
  const others = phrasings
    .split(/[\n;]/)
    .map((phrase) => oneLine(phrase.replaceAll("-->", "")))
    .filter(Boolean);
  const note = others.length === 0 ? "" : `<!-- phrasings: ${others.join("; ")} -->\n`;
  return `## ${oneLine(question)}\n${note}\n${plain(answer)}\n`;
}

function oneLine(text: string): string {
  return plain(text.replace(/\s+/g, " ").trim()).replace(/^\\?#+\s*/, "").replace(/[#\s]+$/, "");
}

/** Text that no reader of Markdown takes for headings, fences or comments. */
function plain(text: string): string {
  return text.trim().replace(/^(\s*)(#{1,6}\s|```|~~~)/gm, "$1\\$2").replaceAll("<!--", "<! --");
}
