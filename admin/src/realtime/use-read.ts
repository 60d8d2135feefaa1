import { useEffect, useState } from "react";
import { useConnectionState, useRealtime } from "./realtime";

/** Notes what is on the screen of a visible page as seen, here and on the operator's other devices. */
export function useRead(conversationId: string, lastSeq: number): void {
  const { connection, inbox } = useRealtime();
  const online = useConnectionState() === "online";
  const visible = useVisible();

  useEffect(() => {
    if (!online || !visible || lastSeq === 0) return;
    inbox.read(conversationId, lastSeq);
    connection.command("conversation.read", { conversation_id: conversationId, seq: lastSeq }).catch(() => {
      // What could not be noted is noted with the next message, or when it is opened again.
    });
  }, [connection, inbox, conversationId, lastSeq, online, visible]);
}

function useVisible(): boolean {
  const [visible, setVisible] = useState(() => !document.hidden);
  useEffect(() => {
    const listener = () => setVisible(!document.hidden);
    document.addEventListener("visibilitychange", listener);
    return () => document.removeEventListener("visibilitychange", listener);
  }, []);
  return visible;
}
