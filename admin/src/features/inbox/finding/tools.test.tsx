import { screen, waitFor } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { Route, Routes, useLocation } from "react-router";
import { isView } from "@/lib/views";
import { renderConsole } from "../../../../test/unit/render";
import { Tools } from "./tools";

function Page() {
  const { pathname, search } = useLocation();
  const view = pathname.split("/")[2] ?? "waiting";
  return (
    <>
      <Tools view={isView(view) ? view : "waiting"} />
      <output>{pathname + decodeURIComponent(search)}</output>
    </>
  );
}

const address = () => screen.getByRole("status").textContent;

describe("above the list", () => {
  beforeEach(() => {
    vi.stubGlobal("fetch", () => Promise.resolve(new Response(JSON.stringify({ items: [] }))));
    renderConsole(
      <Routes>
        <Route path="*" element={<Page />} />
      </Routes>,
    );
  });
  afterEach(() => vi.unstubAllGlobals());

  it("is searched by «/» in everything, and the view comes back when the search goes", async () => {
    await userEvent.keyboard("/");
    const field = screen.getByRole("searchbox");
    expect(field).toHaveFocus();
    await userEvent.type(field, "впн");
    await waitFor(() => expect(address()).toBe("/inbox/all?q=впн"));
    await userEvent.click(screen.getByRole("button", { name: "Очистить поиск" }));
    await waitFor(() => expect(address()).toBe("/inbox/waiting"));
  });

  it("does not search for one letter", async () => {
    await userEvent.type(screen.getByRole("searchbox"), "п");
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect(address()).toBe("/");
  });

  it("has filters that are applied together, shown, and taken off one by one", async () => {
    await userEvent.click(screen.getByRole("button", { name: "Фильтры" }));
    await userEvent.click(screen.getByLabelText("Закрыт"));
    await userEvent.click(screen.getByLabelText("1"));
    await userEvent.selectOptions(screen.getByLabelText("Кто ведёт"), "nobody");
    expect(address()).toBe("/");
    await userEvent.click(screen.getByText("Показать"));
    await waitFor(() => expect(address()).toBe("/inbox/waiting?assigned=nobody&status=closed&score=1"));
    await userEvent.click(screen.getByRole("button", { name: "Убрать: Закрыт" }));
    await waitFor(() => expect(address()).toBe("/inbox/waiting?assigned=nobody&score=1"));
    await userEvent.click(screen.getByRole("button", { name: "Сбросить" }));
    await waitFor(() => expect(address()).toBe("/inbox/waiting"));
  });
});
