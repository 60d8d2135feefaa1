import { screen } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { useState } from "react";
import { useCommands } from "@/lib/commands";
import { renderConsole } from "../../../test/unit/render";
import { Palette } from "./palette";

const take = vi.fn();
const onClose = vi.fn();
const onKeys = vi.fn();

function Here() {
  useCommands([{ id: "take", title: "Взять разговор", keys: ["T"], run: take }]);
  return null;
}

async function show() {
  const user = userEvent.setup();
  renderConsole(
    <>
      <Here />
      <Opener />
    </>,
  );
  await user.click(screen.getByRole("button", { name: "open" }));
  return { user, field: await screen.findByRole("combobox") };
}

function Opener() {
  const [open, setOpen] = useState(false);
  return open ? <Palette onClose={onClose} onKeys={onKeys} /> : <button onClick={() => setOpen(true)}>open</button>;
}

describe("the palette", () => {
  beforeAll(() => {
    // jsdom has no dialogs and no scrolling.
    HTMLDialogElement.prototype.showModal = function () { this.open = true; };
    HTMLDialogElement.prototype.close = function () { this.open = false; };
    Element.prototype.scrollIntoView = vi.fn();
  });
  beforeEach(() => vi.clearAllMocks());

  it("goes along its options by arrows and runs the one that Enter chooses", async () => {
    const { user, field } = await show();
    await user.type(field, "тема");
    const options = screen.getAllByRole("option");
    expect(options.map((each) => each.textContent)).toEqual(["Тема: Светлая", "Тема: Тёмная"]);
    expect(field).toHaveAttribute("aria-activedescendant", options[0]?.id);
    await user.keyboard("{ArrowUp}");
    expect(options[1]).toHaveAttribute("aria-selected", "true");
    await user.keyboard("{Enter}");
    expect(document.documentElement.dataset.theme).toBe("dark");
    expect(onClose).toHaveBeenCalledOnce();
    delete document.documentElement.dataset.theme;
  });

  it("offers first what can be done here", async () => {
    const { user, field } = await show();
    expect(screen.getAllByRole("option")[0]).toHaveTextContent("Взять разговорT");
    await user.type(field, "{Enter}");
    expect(take).toHaveBeenCalledOnce();
  });

  it("offers the settings under their headings, by which they are found too", async () => {
    const { user, field } = await show();
    await user.type(field, "настройки");
    expect(screen.getByRole("group", { name: "Настройки · Ответы" })).toHaveTextContent("Заготовленные ответы");
    expect(screen.getAllByRole("option").map((each) => each.textContent)).toEqual(["Заготовленные ответы"]);
  });

  it("finds what was typed in the other layout", async () => {
    const { user, field } = await show();
    await user.type(field, "cjxtnfybz");
    await user.keyboard("{Enter}");
    expect(onKeys).toHaveBeenCalledOnce();
  });

  it("offers no room that is not for an operator, and says when nothing is found", async () => {
    const { user, field } = await show();
    expect(screen.queryByRole("option", { name: /Аналитика/ })).toBeNull();
    await user.type(field, "ыыы");
    expect(screen.queryAllByRole("option")).toEqual([]);
    expect(screen.getByRole("status")).toHaveTextContent("Такой команды нет.");
  });
});
