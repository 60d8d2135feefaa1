import type { ReactNode } from "react";
import { saveFile } from "@/lib/fetch-file";
import { useI18n } from "@/lib/i18n/i18n";
import { Button } from "@/ui/button";
import { DownloadIcon } from "@/ui/icons";
import { Behind } from "./behind";
import { toCsv } from "./csv";

export type Cell = string | number | null;

export interface Row {
  key: string;
  cells: readonly Cell[];
  /** What is shown instead of a cell, by its place: shares, times. The file has the plain value. */
  shown?: Readonly<Record<number, ReactNode>>;
  /** Where cells lead, by their place: to what their number counts. */
  links?: Readonly<Record<number, string>>;
}

interface TableProps {
  /** Of the file. */
  name: string;
  head: readonly string[];
  rows: readonly Row[];
}

function Leading({ to, children }: { to: string | undefined; children: ReactNode }) {
  if (to === undefined) return children;
  return (
    <Behind to={to} className="text-accent-ink underline-offset-2 hover:underline">
      {children}
    </Behind>
  );
}

/** Figures: the first column says of what, the others stand right. */
export function Table({ name, head, rows }: TableProps) {
  const { t, locale } = useI18n();
  const number = new Intl.NumberFormat(locale);
  const text = (cell: Cell) => (typeof cell === "number" ? number.format(cell) : (cell ?? "—"));
  return (
    <div className="pb-3">
      {/* What is wider than a phone is scrolled, by the keyboard too. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div tabIndex={0} role="group" aria-label={head[0]} className="overflow-x-auto outline-offset-[-3px]!">
        <table className="w-full text-sm tabular-nums">
          <thead>
            <tr className="text-xs text-ink-faint">
              {head.map((each, index) => (
                <th key={each} scope="col" className={`px-4 py-1.5 font-medium ${index === 0 ? "text-left" : "text-right"}`}>
                  {each}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.key} className="border-t border-line">
                {row.cells.map((cell, index) =>
                  index === 0 ? (
                    <th key={index} scope="row" className="px-4 py-1.5 text-left font-normal">
                      <Leading to={row.links?.[index]}>{text(cell)}</Leading>
                    </th>
                  ) : (
                    <td key={index} className="px-4 py-1.5 text-right whitespace-nowrap">
                      {cell === 0 || cell === null ? (
                        (row.shown?.[index] ?? text(cell))
                      ) : (
                        <Leading to={row.links?.[index]}>{row.shown?.[index] ?? text(cell)}</Leading>
                      )}
                    </td>
                  ),
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Button
        look="ghost"
        className="mx-2 mt-1 text-xs"
        onClick={() => {
          const csv = toCsv([head, ...rows.map((row) => row.cells)]);
          saveFile(new Blob([csv], { type: "text/csv;charset=utf-8" }), `otvet-${name}.csv`);
        }}
      >
        <DownloadIcon />
        {t("analytics.export")}
      </Button>
    </div>
  );
}
