import { act, cleanup, screen } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { renderConsole } from "../../../test/unit/render";
import { answering } from "../../../test/unit/server";
import { ToolsPlace } from "./tools-place";

const NOTHING = { q: null, status: [], site: null, agent: null, assigned: null, labels: [], scores: [] };
const VIEWS = { items: [{ id: "v1", name: "Ночные", owner_id: "me", owner_name: "Анна", site_id: null, filters: NOTHING }] };

describe("the place of the tools", () => {
  let idle: () => void = () => undefined;
  beforeEach(() => {
    vi.stubGlobal("requestIdleCallback", (run: () => void) => {
      idle = run;
      return 1;
    });
    vi.stubGlobal("cancelIdleCallback", () => undefined);
    answering({ "GET /views": VIEWS, "GET /labels": { items: [] }, "GET /agents": { items: [], sites: [], curve: null } });
    renderConsole(
      <ToolsPlace view="waiting" wanted={false} />,
    );
  });
  afterEach(() => {
    cleanup();
    vi.unstubAllGlobals();
  });

  it("has the filters before anybody is about to use it", async () => {
    expect(screen.getByRole("button", { name: "Фильтры" })).toBeVisible();
    await userEvent.click(screen.getByRole("button", { name: "Фильтры" }));
    expect(await screen.findByRole("dialog", { name: "Фильтры" })).toBeInTheDocument();
  });

  it("opens them by their key", async () => {
    await userEvent.keyboard("f");
    expect(await screen.findByRole("dialog", { name: "Фильтры" })).toBeInTheDocument();
  });

  it("shows the saved views by itself", async () => {
    expect(screen.queryByRole("link", { name: "Ночные" })).toBeNull();
    act(() => idle());
    expect(await screen.findByRole("link", { name: "Ночные" })).toHaveAttribute("href", "/inbox/all?saved=v1");
  });
});
