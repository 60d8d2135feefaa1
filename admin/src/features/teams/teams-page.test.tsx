import { screen, waitFor, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import type { SiteTeams } from "@/wire/schema";
import { renderConsole } from "../../../test/unit/render";
import { TeamsPage } from "./teams-page";

const SITE: SiteTeams = {
  site_id: "s1",
  site_name: "Магазин",
  rules: { automatic: false, take_seconds: 120 },
  teams: [{ id: "t1", site_id: "s1", name: "Вторая линия", automatic: true, members: [{ id: "b", name: "Борис" }] }],
  operators: [
    { id: "me", name: "Анна" },
    { id: "b", name: "Борис" },
  ],
};

interface Call {
  method: string;
  path: string;
  body: unknown;
}

/** A server that answers the list, and every change with `status`. */
function serve(site: SiteTeams = SITE, status = 200, answer: unknown = {}) {
  const calls: Call[] = [];
  vi.stubGlobal("fetch", (path: string, init: RequestInit = {}) => {
    const method = init.method ?? "GET";
    if (method === "GET") return Promise.resolve(new Response(JSON.stringify({ items: [site] })));
    calls.push({ method, path, body: init.body ? (JSON.parse(init.body as string) as unknown) : null });
    return Promise.resolve(new Response(status === 204 ? null : JSON.stringify(answer), { status }));
  });
  renderConsole(<TeamsPage />);
  return calls;
}

describe("the page of teams", () => {
  afterEach(() => vi.unstubAllGlobals());

  it("shows teams with their people and their rule", async () => {
    serve();
    expect(await screen.findByTestId("team")).toHaveTextContent("Вторая линияБорис · назначается автоматически");
  });

  it("says what teams are good for where there is none", async () => {
    serve({ ...SITE, teams: [] });
    expect(await screen.findByTestId("empty")).toHaveTextContent("Команд пока нет.");
  });

  it("makes a team", async () => {
    const calls = serve();
    await userEvent.click(await screen.findByTestId("add-team"));
    const dialog = screen.getByRole("dialog", { name: "Новая команда" });
    await userEvent.click(within(dialog).getByTestId("save-team"));
    expect(within(dialog).getByText("Назовите команду.")).toBeInTheDocument();
    expect(calls).toEqual([]);
    await userEvent.type(within(dialog).getByLabelText("Название"), " Ночь ");
    await userEvent.click(within(dialog).getByRole("checkbox", { name: "Анна" }));
    await userEvent.click(within(dialog).getByTestId("save-team"));
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
    expect(calls).toEqual([
      {
        method: "POST",
        path: "/api/v1/teams",
        body: { site_id: "s1", name: "Ночь", automatic: false, members: ["me"] },
      },
    ]);
  });

  it("keeps the dialog, and says why, when the name is taken", async () => {
    serve(SITE, 409, { code: "team_name_taken", message: "", retryable: false, request_id: "r" });
    await userEvent.click(await screen.findByRole("button", { name: "Изменить команду «Вторая линия»" }));
    const dialog = screen.getByRole("dialog");
    expect(within(dialog).getByRole("checkbox", { name: "Борис" })).toBeChecked();
    await userEvent.click(within(dialog).getByTestId("save-team"));
    expect(await within(dialog).findByText("На этом сайте уже есть команда с таким названием.")).toBeInTheDocument();
  });

  it("asks by name before it deletes", async () => {
    const calls = serve(SITE, 204);
    await userEvent.click(await screen.findByRole("button", { name: "Удалить команду «Вторая линия»" }));
    expect(screen.getByRole("dialog")).toHaveTextContent("Команды «Вторая линия» не станет.");
    await userEvent.click(screen.getByTestId("delete-team"));
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
    expect(calls.map((call) => [call.method, call.path])).toEqual([["DELETE", "/api/v1/teams/t1"]]);
  });

  it("keeps rules at once, and takes them back when the server refuses", async () => {
    const calls = serve(SITE, 403, { code: "forbidden", message: "", retryable: false, request_id: "r" });
    const box = await screen.findByTestId("automatic");
    await userEvent.click(box);
    expect(calls[0]?.body).toEqual({ automatic: true, take_seconds: 120 });
    expect(await screen.findByRole("alert")).toHaveTextContent("Правила не сохранились.");
    await waitFor(() => expect(screen.getByTestId("automatic")).not.toBeChecked());
  });
});
