import { screen } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { renderConsole } from "../../../../test/unit/render";
import { CloseDialog } from "./close-dialog";

function show() {
  const done = { onConfirm: vi.fn(), onCancel: vi.fn() };
  renderConsole(<CloseDialog name="Мария" {...done} />);
  return done;
}

describe("the reason for closing", () => {
  it("is «solved» when nothing else is chosen", async () => {
    const { onConfirm } = show();
    expect(screen.getByRole("radio", { name: /Решено/ })).toHaveFocus();
    await userEvent.click(screen.getByRole("button", { name: "Закрыть разговор" }));
    expect(onConfirm).toHaveBeenCalledExactlyOnceWith("solved", null);
  });

  it("is chosen by a digit at once", async () => {
    const { onConfirm } = show();
    await userEvent.keyboard("3");
    expect(onConfirm).toHaveBeenCalledExactlyOnceWith("spam", null);
  });

  it("goes with a comment, in which digits are digits", async () => {
    const { onConfirm } = show();
    await userEvent.click(screen.getByRole("radio", { name: /Другое/ }));
    await userEvent.type(screen.getByRole("textbox", { name: /Комментарий/ }), "заявка 123");
    expect(onConfirm).not.toHaveBeenCalled();
    await userEvent.keyboard("{Control>}{Enter}{/Control}");
    expect(onConfirm).toHaveBeenCalledExactlyOnceWith("other", "заявка 123");
  });
});
