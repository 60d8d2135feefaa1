import { act, screen, waitFor } from "@testing-library/react";
import { useEffect } from "react";
import { renderConsole } from "../../../../test/unit/render";
import { FileTray } from "./tray";
import { useTray, type Tray } from "./use-tray";

const sendFile = vi.hoisted(() => vi.fn());
vi.mock("@/lib/send-file", () => ({ sendFile }));

const onTray = vi.fn<(tray: Tray) => void>();
/** As it is now. */
const tray = () => onTray.mock.lastCall?.[0] ?? expect.unreachable();

function Stage() {
  const made = useTray("c1");
  useEffect(() => onTray(made));
  return <FileTray tray={made} />;
}

const file = (name: string, size = 3) => Object.defineProperty(new File(["abc"], name), "size", { value: size });
const kept = (name: string) => ({ id: `id-${name}`, name, type: "image/png", size: 3, width: 1, height: 1 });

describe("files for the next message", () => {
  beforeEach(() => {
    sendFile.mockReset();
    sendFile.mockImplementation((_path: string, sent: File) => Promise.resolve(kept(sent.name)));
    renderConsole(<Stage />);
  });

  it("are uploaded at once and are ready in their order", async () => {
    act(() => tray().add([file("a.png"), file("b.png")]));
    expect(tray().busy).toBe(true);
    await waitFor(() => expect(tray().busy).toBe(false));
    expect(tray().ready.map((each) => each.name)).toEqual(["a.png", "b.png"]);
    expect(sendFile.mock.calls[0]?.[0]).toBe("/conversations/c1/attachments");
    act(() => tray().remove(tray().files[0]?.id ?? 0));
    expect(tray().ready.map((each) => each.name)).toEqual(["b.png"]);
    act(() => tray().clear());
    expect(screen.queryByText("b.png")).toBeNull();
  });

  it("are no more than a message holds, and none is too large", async () => {
    act(() => tray().add(Array.from({ length: 6 }, (_, index) => file(`${index}.png`))));
    expect(await screen.findByText("Не больше 5 файлов в сообщении.")).toBeInTheDocument();
    expect(tray().files).toHaveLength(5);
    act(() => tray().clear());
    act(() => tray().add([file("big.png", 11 * 1024 * 1024)]));
    expect(tray().files[0]?.error?.code).toBe("payload_too_large");
    expect(tray().busy).toBe(false);
    expect(sendFile).toHaveBeenCalledTimes(5);
  });

  it("say why one was refused, and forget it with the next", async () => {
    sendFile.mockRejectedValueOnce(new Error("x"));
    act(() => tray().add([file("a.svg")]));
    expect(await screen.findByRole("alert")).toBeInTheDocument();
    act(() => tray().add([file("b.png")]));
    await waitFor(() => expect(tray().ready).toHaveLength(1));
    expect(tray().files.map((each) => each.file.name)).toEqual(["b.png"]);
  });
});
