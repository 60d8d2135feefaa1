import { cleanup, fireEvent, screen } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { createRef, type ComponentProps } from "react";
import { renderConsole } from "../../../test/unit/render";
import { Composer } from "./composer";
import type { Tray } from "./files/use-tray";

function tray(rest: Partial<Tray> = {}): Tray {
  const done = { add: vi.fn(), remove: vi.fn(), clear: vi.fn() };
  return { files: [], busy: false, ready: [], full: false, ...done, ...rest };
}

const FILE = { id: "f1", name: "a.png", type: "image/png", size: 1 } as const;

function show(rest: Partial<ComponentProps<typeof Composer>> = {}) {
  const done = { onSend: vi.fn(), onTake: vi.fn(), onText: vi.fn(), onReopen: vi.fn() };
  renderConsole(
    <Composer
      field={createRef()}
      floor="mine"
      visitorName="Мария"
      holder={null}
      beaten={false}
      taking={false}
      replies={null}
      tray={tray()}
      text="Здравствуйте"
      {...done}
      {...rest}
    />,
  );
  return done;
}

describe("the composer", () => {
  it("sends by Ctrl+Enter and starts a new line by Enter", async () => {
    const { onSend, onText } = show();
    await userEvent.type(screen.getByRole("textbox", { name: "Ваш ответ" }), "{Enter}");
    expect(onSend).not.toHaveBeenCalled();
    expect(onText).toHaveBeenCalledWith("Здравствуйте\n");
    await userEvent.keyboard("{Control>}{Enter}{/Control}");
    expect(onSend).toHaveBeenCalledOnce();
  });

  it("sends nothing that is empty or too long, and says how much too long", () => {
    show({ text: "🙂".repeat(4_003) });
    expect(screen.getByRole("button", { name: /Отправить/ })).toBeDisabled();
    expect(screen.getByText("Лишние 3 символа")).toBeVisible();
  });

  it("sends files without words, and waits for those that are on their way", () => {
    show({ text: "", tray: tray({ ready: [FILE] }) });
    expect(screen.getByRole("button", { name: /Отправить/ })).toBeEnabled();
    cleanup();
    show({ text: "вот", tray: tray({ busy: true }) });
    expect(screen.getByRole("button", { name: /Отправить/ })).toBeDisabled();
  });

  it("takes files that are pasted, and leaves pasted words alone", () => {
    const taken = tray();
    show({ tray: taken });
    const field = screen.getByRole("textbox");
    const file = new File(["x"], "a.png");
    fireEvent.paste(field, { clipboardData: { files: [file] } });
    fireEvent.paste(field, { clipboardData: { files: [] } });
    expect(taken.add).toHaveBeenCalledOnce();
    expect(taken.add).toHaveBeenCalledWith([file]);
  });

  it("is locked while another operator leads, and says who", () => {
    show({ floor: "operator", holder: "Борис", beaten: true, text: "" });
    expect(screen.getByRole("textbox")).toBeDisabled();
    expect(screen.getByRole("status")).toHaveTextContent("Разговор уже ведёт Борис");
    expect(screen.queryByRole("button")).toBeNull();
  });

  it("offers the take-over while nobody else may reply", async () => {
    const { onTake } = show({ floor: "waiting", text: "" });
    await userEvent.click(screen.getByRole("button", { name: "Взять" }));
    expect(onTake).toHaveBeenCalledOnce();
  });
});
