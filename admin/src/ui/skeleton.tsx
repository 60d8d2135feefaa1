import { cx } from "@/lib/cx";

export function Skeleton({ className }: { className?: string }) {
  return <span className={cx("block animate-breathe rounded-sm bg-line", className)} />;
}

/** The shape of a list before it is there; one sentence for those who listen. */
export function SkeletonList({ rows, label }: { rows: number; label: string }) {
  return (
    <div role="status">
      <span className="sr-only">{label}</span>
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} aria-hidden="true" className="flex gap-3 border-b border-line px-4 py-3">
          <Skeleton className="mt-0.5 size-4 rounded-full" />
          <div className="grow space-y-2">
            <div className="flex justify-between">
              <Skeleton className={cx("h-3", row % 2 ? "w-24" : "w-32")} />
              <Skeleton className="h-3 w-8" />
            </div>
            <Skeleton className={cx("h-3", row % 3 ? "w-4/5" : "w-3/5")} />
            <Skeleton className="h-2.5 w-1/3" />
          </div>
        </div>
      ))}
    </div>
  );
}
