import { useQueryClient } from "@tanstack/react-query";
import { screen } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { useLocation } from "react-router";
import { onNews } from "@/lib/notifications/announce";
import type { News } from "@/lib/notifications/notifier";
import { newMentionKey } from "@/realtime/beside";
import { Toaster } from "@/ui/toaster";
import { renderConsole } from "../../test/unit/render";
import { MentionNotice } from "./mention-notice";

const NOTE = {
  id: "n1",
  conversation_id: "c1",
  author_id: "b",
  author_name: "Борис",
  text: "@Анна, посмотри, пожалуйста",
};

function Page() {
  const cache = useQueryClient();
  return (
    <Toaster dismissLabel="Скрыть">
      <MentionNotice />
      <button onClick={() => cache.setQueryData(newMentionKey, { note: NOTE })}>mention</button>
      <output>{useLocation().pathname}</output>
    </Toaster>
  );
}

describe("a mention", () => {
  it("is told in passing and announced once, and leads to the conversation", async () => {
    const told: News[] = [];
    const stop = onNews((news) => told.push(news));
    renderConsole(<Page />);
    expect(told).toEqual([]);
    await userEvent.click(screen.getByText("mention"));
    expect(await screen.findByText("Борис упоминает вас в заметке")).toBeInTheDocument();
    expect(told).toEqual([
      { kind: "mention", title: "Борис упоминает вас в заметке", text: NOTE.text, url: "/inbox/all/c1" },
    ]);
    await userEvent.click(screen.getByRole("button", { name: "Открыть" }));
    expect(screen.getByText("/inbox/all/c1")).toBeInTheDocument();
    stop();
  });
});
