import { screen } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import en from "@/lib/i18n/areas/trouble.en.json";
import ru from "@/lib/i18n/areas/trouble.ru.json";
import { message } from "@/realtime/fixtures";
import type { ModelTrouble } from "@/wire/schema";
import { renderConsole } from "../../../test/unit/render";
import { MessageItem } from "./message-item";

// The compiler sees to it that none is missing.
const TROUBLES: Record<ModelTrouble, string> = ru.trouble.reasons;

const onExplain = vi.fn();
const onCorrect = vi.fn();

function show(rest: Parameters<typeof message>[1]) {
  renderConsole(
    <MessageItem message={message(2, rest)} visitorName="Мария" first explained={false} onExplain={onExplain} onCorrect={onCorrect} />,
  );
}

describe("a message in the conversation", () => {
  it.each(Object.entries(TROUBLES) as [ModelTrouble, string][])(
    "says under a quotation why the model did not write it: %s",
    (trouble, reason) => {
      show({ sender: "agent", agent: "network", outcome: "quoted", trouble });
      expect(screen.getByText(`Без языковой модели: ${reason}`)).toBeInTheDocument();
      expect(screen.getByText("Цитата из источников")).toBeInTheDocument();
    },
  );

  it("says it under a hand-off, too", () => {
    show({ sender: "system", outcome: "handed_off", trouble: "unreachable" });
    expect(screen.getByText("Позвали человека")).toBeInTheDocument();
    expect(screen.getByText("Без языковой модели: её сервер недоступен")).toBeInTheDocument();
  });

  it("says nothing of the model where nothing was wrong with it", () => {
    show({ sender: "agent", agent: "network", outcome: "answered", trouble: null });
    expect(screen.queryByTestId("trouble")).not.toBeInTheDocument();
  });

  it.each([
    { sender: "agent", outcome: "answered" },
    { sender: "agent", outcome: "clarified" },
    { sender: "agent", outcome: "greeted" },
    { sender: "system", outcome: "handed_off" },
  ] as const)("can be explained where an agent made it: %o", async (rest) => {
    show(rest);
    await userEvent.click(screen.getByRole("button", { name: "Почему такой ответ?" }));
    expect(onExplain).toHaveBeenCalledWith("m2");
  });

  it.each([
    { sender: "visitor" },
    { sender: "operator" },
    { sender: "agent", outcome: "stopped" },
    { sender: "system", outcome: "closed" },
  ] as const)("cannot be where nobody decided anything: %o", (rest) => {
    show(rest);
    expect(screen.queryByRole("button", { name: "Почему такой ответ?" })).toBeNull();
  });

  it("has a sentence for each reason in both languages", () => {
    expect(Object.keys(en.trouble.reasons)).toEqual(Object.keys(TROUBLES));
  });
});
