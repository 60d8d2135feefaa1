import { act, screen, waitFor, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { summary } from "@/realtime/fixtures";
import { renderAtDesk } from "../../../../test/unit/desk";
import { Assign } from "./assign";
import { DeskStrip } from "./desk-strip";

const LINE = { site_id: "s1" } as const;
const TEAM = { id: "t1", site_id: "s1", name: "Вторая линия", automatic: false, members: [] };

function strip(line: ReturnType<typeof summary>, viewers: Parameters<typeof renderAtDesk>[1] = {}) {
  const take = vi.fn();
  return { take, ...renderAtDesk(<DeskStrip conversationId="c1" summary={line} onTake={take} />, viewers) };
}

describe("the strip above the field", () => {
  it("says who else looks, without oneself", () => {
    const viewers = [
      { id: "me", name: "Анна", typing: false },
      { id: "b", name: "Борис", typing: false },
    ];
    strip(summary("c1"), { viewers });
    expect(screen.getByRole("status")).toHaveTextContent("Борис тоже смотрит этот разговор");
  });

  it("says who writes, and forgets it after six seconds", () => {
    vi.useFakeTimers();
    try {
      strip(summary("c1"), { viewers: [{ id: "b", name: "Борис", typing: true }] });
      expect(screen.getByRole("status")).toHaveTextContent("Борис пишет в этом разговоре");
      act(() => void vi.advanceTimersByTime(6_100));
      expect(screen.getByRole("status")).toHaveTextContent("Борис тоже смотрит этот разговор");
    } finally {
      vi.useRealTimers();
    }
  });

  it("says nothing where nobody else is", () => {
    strip(summary("c1"), { viewers: [{ id: "me", name: "Анна", typing: true }] });
    expect(screen.getByRole("status")).toBeEmptyDOMElement();
  });

  it("lets one take what a colleague hands over", async () => {
    const line = summary("c1", {
      ...LINE, status: "operator", operator_id: "b", operator_name: "Борис", assignee_id: "me", assignee_name: "Анна",
    });
    const { take } = strip(line);
    expect(screen.getByTestId("handed-on")).toHaveTextContent("Борис передаёт вам этот разговор.");
    await userEvent.click(screen.getByRole("button", { name: "Взять" }));
    expect(take).toHaveBeenCalledOnce();
  });

  it("lets one keep what one was handing over", async () => {
    const line = summary("c1", {
      ...LINE, status: "operator", operator_id: "me", operator_name: "Анна", assignee_id: "b", assignee_name: "Борис",
    });
    const { sent } = strip(line);
    await userEvent.click(screen.getByRole("button", { name: "Оставить себе" }));
    expect(sent).toEqual([
      { name: "conversation.assign", payload: { conversation_id: "c1", operator_id: "me", team_id: null } },
    ]);
  });
});

describe("assigning", () => {
  beforeEach(() => {
    const body = { items: [{ site_id: "s1", site_name: "Магазин", rules: {}, teams: [TEAM], operators: [] }] };
    vi.stubGlobal("fetch", () => Promise.resolve(new Response(JSON.stringify(body))));
  });
  afterEach(() => vi.unstubAllGlobals());

  async function open(line: ReturnType<typeof summary>, refusal?: Error) {
    const rendered = renderAtDesk(<Assign summary={line} />, refusal ? { refusal } : {});
    await userEvent.keyboard("a");
    return { dialog: await screen.findByRole("dialog"), ...rendered };
  }

  it("offers oneself, who is here, then who is not, and the teams", async () => {
    const { dialog } = await open(summary("c1", LINE));
    await within(dialog).findByText("Вторая линия");
    const names = within(dialog).getAllByTestId("assignee").map((each) => each.textContent);
    expect(names).toEqual([
      "Анна (вы)на месте",
      "Борисперерыв",
      "Веране в сети",
      "Вторая линиякоманда, 0 человек",
    ]);
  });

  it("gives it to whoever is chosen, and closes", async () => {
    const { dialog, sent } = await open(summary("c1", LINE));
    await userEvent.click(within(dialog).getByRole("button", { name: /Борис/ }));
    expect(sent[0]?.payload).toEqual({ conversation_id: "c1", operator_id: "b", team_id: null });
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  });

  it("takes an assignment away", async () => {
    const line = summary("c1", { ...LINE, assignee_id: "b", assignee_name: "Борис" });
    const { dialog, sent } = await open(line);
    expect(within(dialog).getByRole("button", { name: /Борис/, pressed: true })).toBeInTheDocument();
    await userEvent.click(within(dialog).getByRole("button", { name: "Снять назначение" }));
    expect(sent[0]?.payload).toEqual({ conversation_id: "c1", operator_id: null, team_id: null });
  });

  it("is not offered to an operator for what a colleague speaks in", () => {
    renderAtDesk(<Assign summary={summary("c1", { ...LINE, status: "operator", operator_id: "b" })} />);
    expect(screen.queryByTestId("assign")).toBeNull();
  });
});
