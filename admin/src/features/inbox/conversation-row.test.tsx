import { cleanup, screen } from "@testing-library/react";
import { summary } from "@/realtime/fixtures";
import { renderConsole } from "../../../test/unit/render";
import { ConversationRow } from "./conversation-row";

function show(rest: Parameters<typeof summary>[1]) {
  renderConsole(
    <ConversationRow to="/inbox/all/c1" summary={summary("c1", rest)} current={false} operatorId="me" />,
  );
  return screen.getByRole("link");
}

describe("a line of the inbox", () => {
  it("tells who waits, for how long, and where", () => {
    const row = show({ waiting_since: new Date(Date.now() - 7 * 60_000).toISOString() });
    expect(row).toHaveAccessibleName(/Ждёт человека.*Мария.*Ждёт 7 мин.*Служба ИТ · Сеть/);
    expect(row).toHaveAttribute("href", "/inbox/all/c1");
    expect(row).toHaveAttribute("data-status", "waiting");
  });

  it("says «just now» before there is an age to tell", () => {
    const row = show({ waiting_since: new Date().toISOString() });
    expect(row).toHaveAccessibleName(/Ждёт человека.*Только что/);
    expect(row).not.toHaveTextContent("Ждёт 0");
  });

  it("tells whose it is, and who spoke last", () => {
    const last = { sender: "operator", preview: "Готово", at: "2026-11-22T12:00:00Z" } as const;
    const held = { status: "operator", last_message: last, waiting_since: null } as const;
    expect(show({ ...held, operator_id: "me", operator_name: "Анна" })).toHaveAccessibleName(
      /У вас.*Вы: Готово/,
    );
  });

  it("counts nothing as unread that the operator said themselves", () => {
    const last = (sender: "operator" | "visitor") => ({ sender, preview: "Готово", at: "2026-11-22T12:00:00Z" });
    const held = { status: "operator", operator_id: "me", last_seq: 4, read_seq: 2, waiting_since: null } as const;
    expect(show({ ...held, last_message: last("operator") })).not.toHaveTextContent("не прочитано");
    cleanup();
    expect(show({ ...held, last_message: last("visitor") })).toHaveTextContent("не прочитано");
  });

  it("tells whose a waiting one is to be", () => {
    const assigned = { assignee_id: "b", assignee_name: "Борис" };
    expect(show(assigned)).toHaveTextContent("Служба ИТ · назначено: Борис");
    cleanup();
    expect(show({ ...assigned, assignee_id: "me" })).toHaveTextContent("Служба ИТ · назначено: вам");
    cleanup();
    expect(show({ team_id: "t", team_name: "Вторая линия" })).toHaveTextContent("назначено: Вторая линия");
  });

  it("names an agent that is not one of the default five by its slug", () => {
    expect(show({ status: "agent", agent: "payroll" })).toHaveTextContent("Служба ИТ · Payroll");
  });
});
