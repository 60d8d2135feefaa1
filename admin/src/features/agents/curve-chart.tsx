import type { Place } from "./curve";

const WIDTH = 160;
const HEIGHT = 72;
const PAD = 5;

interface CurveChartProps {
  points: readonly Place[];
  now: Place;
}

/** Right answers by mistakes accepted, and where the agent stands. The words beside it say the same. */
export function CurveChart({ points, now }: CurveChartProps) {
  const mostWrong = Math.max(now.wrong, ...points.map((point) => point.wrong));
  const mostRight = Math.max(0.01, now.right, ...points.map((point) => point.right));
  const x = (wrong: number) => PAD + (wrong / mostWrong) * (WIDTH - 2 * PAD);
  const y = (right: number) => HEIGHT - PAD - (right / mostRight) * (HEIGHT - 2 * PAD);
  const line = points.map((point) => `${x(point.wrong)},${y(point.right)}`).join(" ");
  return (
    <svg
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      aria-hidden="true"
      focusable="false"
      className="h-18 w-40 shrink-0"
    >
      <path d={`M${PAD} ${PAD}V${HEIGHT - PAD}H${WIDTH - PAD}`} className="fill-none stroke-line-strong" />
      <path
        d={`M${x(now.wrong)} ${y(now.right)}V${HEIGHT - PAD}`}
        strokeDasharray="2 3"
        className="fill-none stroke-line-strong"
      />
      <polyline points={line} strokeWidth="1.5" strokeLinejoin="round" className="fill-none stroke-accent" />
      <circle
        data-testid="marker"
        cx={x(now.wrong)}
        cy={y(now.right)}
        r="4"
        strokeWidth="2"
        className="fill-accent stroke-surface"
      />
    </svg>
  );
}
