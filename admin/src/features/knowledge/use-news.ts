import { useQueryClient } from "@tanstack/react-query";
import { useContext, useEffect } from "react";
import { RealtimeContext } from "@/realtime/realtime";
import { DELETED, DOCUMENTS, SOURCES } from "./use-knowledge";

/** A reading of many pages changes them one after the other: they are asked for once a second. */
const PAUSE_MS = 1_000;

/** What changes is shown as it happens: at once, and while it goes on once a second. */
export function useNews(): void {
  const realtime = useContext(RealtimeContext);
  const cache = useQueryClient();

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isAgain = false;

    function refresh(): void {
      for (const queryKey of [[DOCUMENTS], [SOURCES], [DELETED]]) void cache.invalidateQueries({ queryKey });
      isAgain = false;
      timer = setTimeout(() => {
        timer = undefined;
        if (isAgain) refresh();
      }, PAUSE_MS);
    }

    const end = realtime?.connection.on("knowledge.updated", () => {
      if (timer === undefined) refresh();
      else isAgain = true;
    });
    return () => {
      clearTimeout(timer);
      end?.();
    };
  }, [realtime, cache]);
}
