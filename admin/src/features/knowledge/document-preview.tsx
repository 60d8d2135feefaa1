import { Markdown } from "@/ui/markdown";

type Piece = { level: number; text: string } | { level: 0; text: string };

/** A document as it reads: headings, and between them what agents may quote. */
export function DocumentPreview({ text }: { text: string }) {
  return (
    <div data-testid="preview" className="space-y-3 text-sm wrap-anywhere">
      {pieces(text).map((piece, place) =>
        piece.level === 0 ? (
          <Markdown key={place} text={piece.text} />
        ) : (
          <p
            key={place}
            role="heading"
            aria-level={Math.min(6, piece.level + 1)}
            className={piece.level === 1 ? "text-base font-semibold" : "pt-1 font-semibold"}
          >
            {piece.text}
          </p>
        ),
      )}
    </div>
  );
}

function pieces(text: string): readonly Piece[] {
  const found: Piece[] = [];
  let body: string[] = [];
  const end = () => {
    // What is said to the index alone is not read.
    const words = body.join("\n").replace(/<!--[\s\S]*?-->/g, "").trim();
    if (words !== "") found.push({ level: 0, text: words });
    body = [];
  };
  for (const line of text.split("\n")) {
    const heading = /^(#{1,6})\s+(.+?)\s*#*$/.exec(line);
    if (heading?.[1] === undefined) body.push(line.replace(/^(\s*)\\(#|```|~~~)/, "$1$2"));
    else {
      end();
      found.push({ level: heading[1].length, text: heading[2] ?? "" });
    }
  }
  end();
  return found;
}
