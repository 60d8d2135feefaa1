import { fireEvent, screen, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { notifying } from "@/lib/notifications/preferences";
import { renderAtDesk } from "../../../test/unit/desk";
import { DeskPanel } from "./desk-panel";
import { NotificationDialog } from "./notification-dialog";

describe("the account's menu, as far as it is about work", () => {
  it("shows who could help first, without oneself", () => {
    renderAtDesk(<DeskPanel />);
    const colleagues = screen.getAllByTestId("colleague").map((each) => each.textContent);
    expect(colleagues).toEqual(["Борисперерыв", "Веране в сети"]);
  });

  it("shows what one is and sends what one chooses", async () => {
    const { sent } = renderAtDesk(<DeskPanel />);
    expect(screen.getByRole("radio", { name: "Принимаю" })).toBeChecked();
    await userEvent.click(screen.getByRole("radio", { name: "Перерыв" }));
    expect(sent).toEqual([{ name: "availability.set", payload: { availability: "away" } }]);
  });

  it("goes back to what is so when the server refuses", async () => {
    renderAtDesk(<DeskPanel />, { refusal: new Error("no") });
    await userEvent.click(screen.getByRole("radio", { name: "Перерыв" }));
    expect(await screen.findByRole("radio", { name: "Принимаю", checked: true })).toBeInTheDocument();
  });
});

describe("the settings of notifications", () => {
  afterEach(() => {
    vi.unstubAllGlobals();
    notifying.enabled.set("on");
    notifying.desktop.set("off");
    notifying.kinds.message.set("on");
  });

  it("are kept on this device, each kind by itself and all at once", async () => {
    renderAtDesk(<NotificationDialog onClose={() => undefined} />);
    await userEvent.click(screen.getByRole("checkbox", { name: "Посетитель написал в моём разговоре" }));
    expect(notifying.kinds.message.get()).toBe("off");
    expect(localStorage.getItem("otvet.notify.message")).toBe("off");
    await userEvent.click(screen.getByRole("checkbox", { name: "Уведомлять" }));
    const kinds = within(screen.getByRole("group", { name: "О чём" })).getAllByRole("checkbox");
    expect(kinds.every((each) => (each as HTMLInputElement).disabled)).toBe(true);
  });

  it("ask the browser on a click and not before", async () => {
    const requestPermission = vi.fn(() => Promise.resolve("granted" as const));
    vi.stubGlobal("Notification", Object.assign(vi.fn(), { permission: "default", requestPermission }));
    renderAtDesk(<NotificationDialog onClose={() => undefined} />);
    expect(requestPermission).not.toHaveBeenCalled();
    fireEvent.click(screen.getByRole("button", { name: "Разрешить в браузере" }));
    expect(await screen.findByRole("checkbox", { name: "Уведомления системы" })).toBeChecked();
    expect(requestPermission).toHaveBeenCalledOnce();
  });

  it("say so when the browser was told never to show any", () => {
    vi.stubGlobal("Notification", Object.assign(vi.fn(), { permission: "denied" }));
    renderAtDesk(<NotificationDialog onClose={() => undefined} />);
    expect(screen.getByText("Запрещены в настройках браузера для этого сайта.")).toBeInTheDocument();
  });
});
