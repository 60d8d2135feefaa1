import { act, fireEvent, screen } from "@testing-library/react";
import { useRef } from "react";
import { selection, unchoose } from "@/lib/selection";
import { summary } from "@/realtime/fixtures";
import { renderConsole } from "../../../test/unit/render";
import { Rows } from "./rows";

function List({ count }: { count: number }) {
  const scroller = useRef<HTMLDivElement>(null);
  const items = Array.from({ length: count }, (_, number) => summary(`c${number}`, { last_seq: 3, read_seq: number }));
  return (
    <div ref={scroller}>
      <Rows view="all" label="Все" scroller={scroller} items={items} conversationId="c1" />
    </div>
  );
}

const chosen = () => [...selection.get().ids];

describe("rows", () => {
  afterEach(() => act(unchoose));

  it("are made for what is seen alone, however many there are", () => {
    renderConsole(<List count={5_000} />);
    const made = screen.getAllByRole("link");
    expect(made.length).toBeGreaterThan(10);
    expect(made.length).toBeLessThan(40);
    expect(screen.getByRole("list")).toHaveStyle({ paddingTop: "0px" });
    expect(parseFloat(screen.getByRole("list").style.paddingBottom)).toBeGreaterThan(300_000);
  });

  it("tell what was not read", () => {
    renderConsole(<List count={5} />);
    const told = screen.getAllByRole("link").map((row) => row.textContent.includes("не прочитано"));
    expect(told).toEqual([true, true, true, false, false]);
  });

  it("are chosen as a range with Shift, and one by one once some are", () => {
    renderConsole(<List count={10} />);
    const rows = screen.getAllByRole("link");
    fireEvent.click(rows.at(2) ?? window, { shiftKey: true });
    fireEvent.click(rows.at(5) ?? window, { shiftKey: true });
    expect(chosen()).toEqual(["c2", "c3", "c4", "c5"]);
    fireEvent.click(rows.at(3) ?? window);
    expect(chosen()).toEqual(["c2", "c4", "c5"]);
    expect(rows[2]).toHaveAccessibleName(/Выбран/);
  });
});
