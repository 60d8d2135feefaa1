import { screen } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { createRef, type ComponentProps } from "react";
import { renderConsole } from "../../../test/unit/render";
import { Composer } from "./composer";

function show(rest: Partial<ComponentProps<typeof Composer>> = {}) {
  const done = { onSend: vi.fn(), onTake: vi.fn(), onText: vi.fn() };
  renderConsole(
    <Composer
      field={createRef()}
      floor="mine"
      visitorName="Мария"
      holder={null}
      beaten={false}
      taking={false}
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
