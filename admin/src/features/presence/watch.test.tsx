import { screen, waitFor } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { announce } from "@/lib/notifications/announce";
import * as notifier from "@/lib/notifications/notifier";
import { PEOPLE, renderAtDesk } from "../../../test/unit/desk";
import { Watch } from "./watch";

describe("what watches while nobody looks", () => {
  it("makes a notification of whatever a part of the console announces, until it goes", () => {
    const notify = vi.fn(() => Promise.resolve(true));
    const stop = vi.fn();
    vi.spyOn(notifier, "createNotifier").mockReturnValue({ notify, stop });
    const { unmount } = renderAtDesk(<Watch />);
    const news = { kind: "mention", title: "Борис упоминает вас", text: "@Анна", url: "/inbox/all/c1" } as const;
    announce(news);
    expect(notify).toHaveBeenCalledWith(news);
    unmount();
    expect(stop).toHaveBeenCalledOnce();
    announce(news);
    expect(notify).toHaveBeenCalledOnce();
  });

  it("takes a break, and ends it, by a key", async () => {
    vi.spyOn(notifier, "createNotifier").mockReturnValue({ notify: () => Promise.resolve(false), stop: () => undefined });
    const { sent, unmount } = renderAtDesk(<Watch />);
    await userEvent.keyboard("p");
    expect(sent).toEqual([{ name: "availability.set", payload: { availability: "away" } }]);
    unmount();
    const away = PEOPLE.map((one) => (one.id === "me" ? { ...one, state: "away" as const } : one));
    const again = renderAtDesk(<Watch />, { people: away });
    await userEvent.keyboard("p");
    await waitFor(() => expect(again.sent).toHaveLength(1));
    expect(again.sent[0]?.payload).toEqual({ availability: "available" });
    expect(screen.queryByRole("dialog")).toBeNull();
  });
});
