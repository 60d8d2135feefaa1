const SVG = "http://www.w3.org/2000/svg";

/** Strokes on a 24-unit grid, drawn for this widget. */
const PATHS = {
  spark: "M12 3.5 13.9 9.3a2 2 0 0 0 1.3 1.3L21 12.5l-5.8 1.9a2 2 0 0 0-1.3 1.3L12 21.5l-1.9-5.8a2 2 0 0 0-1.3-1.3L3 12.5l5.8-1.9a2 2 0 0 0 1.3-1.3Z",
  close: "M6 6l12 12M18 6 6 18",
  send: "M12 19V5M5.5 11.5 12 5l6.5 6.5",
  stop: "M7.5 7.5h9v9h-9Z",
  person: "M12 12.5a4 4 0 1 0 0-8 4 4 0 0 0 0 8ZM4.5 20.5c.8-3.6 3.8-5.5 7.5-5.5s6.7 1.9 7.5 5.5",
  chevron: "m9 6 6 6-6 6",
  down: "m6 9.5 6 6 6-6",
  check: "m5 12.5 4.5 4.5L19 7.5",
  clock: "M12 7v5l3 2M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17Z",
  alert: "M12 8v5M12 16.5v.1M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17Z",
  external: "M14 5h5v5M19 5l-8.5 8.5M18 14v4a1.5 1.5 0 0 1-1.5 1.5H6A1.5 1.5 0 0 1 4.5 18V7.5A1.5 1.5 0 0 1 6 6h4",
  quote: "M5 17.5V12a5 5 0 0 1 4-5M14 17.5V12a5 5 0 0 1 4-5M5 12.5h4v5H5ZM14 12.5h4v5h-4Z",
  arrow: "M5 12h14M13 6l6 6-6 6",
  clip: "M18 9v7a6 6 0 0 1-12 0V7a4 4 0 0 1 8 0v9a2 2 0 0 1-4 0V8",
  offline: "M3 3l18 18M8.5 15.5a5 5 0 0 1 5-1.3M5 12a10 10 0 0 1 4-2.4M2.5 8.5A14 14 0 0 1 7 5.8M12 5a14 14 0 0 1 9.5 3.5M16 10.2a10 10 0 0 1 3 1.8M12 19v.1",
};

/** @typedef {keyof typeof PATHS} IconName */

/**
 * @param {IconName} name
 * @param {string} [strokes] Of an icon that one part alone has.
 * @returns {SVGSVGElement}
 */
export function icon(name, strokes = PATHS[name]) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("class", `icon icon-${name}`);
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", strokes);
  svg.append(path);
  return svg;
}
