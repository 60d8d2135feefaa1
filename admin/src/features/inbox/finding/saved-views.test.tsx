import { screen } from "@testing-library/react";
import type { ViewInfo } from "@/wire/schema";
import { renderConsole } from "../../../../test/unit/render";
import { SavedViews } from "./saved-views";

const view = (id: string) =>
  ({ id, name: `вид ${id}`, owner_name: "Анна", site_id: null, filters: { status: [], labels: [], scores: [] } }) as unknown as ViewInfo;

describe("saved views", () => {
  afterEach(() => vi.unstubAllGlobals());

  it("bring the one that a link opened into sight once they have come", async () => {
    const scrolled: (string | null)[] = [];
    Element.prototype.scrollIntoView = function scroll(this: Element) {
      scrolled.push(this.textContent);
    };
    vi.stubGlobal("fetch", () => Promise.resolve(new Response(JSON.stringify({ items: [view("1"), view("2")] }))));
    renderConsole(<SavedViews saved="2" />);
    expect(await screen.findByRole("link", { name: "вид 2" })).toHaveAttribute("aria-current", "page");
    expect(scrolled).toEqual(["вид 2"]);
  });
});
