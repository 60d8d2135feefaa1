import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { ApiError, toApiError } from "@/lib/api-error";
import { withToken } from "@/lib/api";
import { sendFile } from "@/lib/send-file";
import { useServices } from "@/lib/services";
import type { Attachment } from "@/wire/schema";

/** The contract's limits. */
export const MOST = 5;
const LARGEST = 10 * 1024 * 1024;

/** A file on its way, there, or refused. */
export interface TrayFile {
  readonly id: number;
  readonly file: File;
  /** Bytes that have gone out. */
  readonly sent: number;
  readonly attachment: Attachment | null;
  readonly error: ApiError | null;
}

export interface Tray {
  readonly files: readonly TrayFile[];
  readonly busy: boolean;
  /** What can go with a message now. */
  readonly ready: readonly Attachment[];
  /** More were given than a message holds. */
  readonly full: boolean;
  readonly add: (files: readonly File[]) => void;
  readonly remove: (id: number) => void;
  readonly clear: () => void;
}

/** Files for the next message of a conversation; uploaded at once, sent with it. */
export function useTray(conversationId: string): Tray {
  const { session } = useServices();
  const [files, setFiles] = useState<readonly TrayFile[]>([]);
  const [full, setFull] = useState(false);
  const count = useRef(0);
  const aborts = useRef(new Map<number, AbortController>());

  useEffect(() => {
    const running = aborts.current;
    return () => running.forEach((abort) => abort.abort());
  }, []);

  const change = useCallback((id: number, rest: Partial<TrayFile>) => {
    setFiles((before) => before.map((each) => (each.id === id ? { ...each, ...rest } : each)));
  }, []);

  const upload = useCallback(
    async ({ id, file }: TrayFile) => {
      const abort = new AbortController();
      aborts.current.set(id, abort);
      try {
        const attachment = await withToken(session, (token) =>
          sendFile(`/conversations/${conversationId}/attachments`, file, {
            query: { name: file.name || "file" },
            token,
            signal: abort.signal,
            onProgress: (sent) => change(id, { sent }),
          }),
        );
        change(id, { attachment: attachment as Attachment });
      } catch (error) {
        if (!abort.signal.aborted) change(id, { error: toApiError(error) });
      }
    },
    [change, conversationId, session],
  );

  return useMemo<Tray>(() => {
    const room = MOST - files.filter((each) => each.error === null).length;
    return {
      files,
      full,
      busy: files.some((each) => each.attachment === null && each.error === null),
      ready: files.flatMap((each) => each.attachment ?? []),
      add(given) {
        setFull(given.length > room);
        const added = given.slice(0, room).map((file): TrayFile => {
          count.current += 1;
          const tooLarge = new ApiError({ code: "payload_too_large", retryable: false });
          const error = file.size > LARGEST ? tooLarge : null;
          return { id: count.current, file, sent: 0, attachment: null, error };
        });
        // What was refused before has been read by now.
        setFiles([...files.filter((each) => each.error === null), ...added]);
        for (const each of added) if (each.error === null) void upload(each);
      },
      remove(id) {
        aborts.current.get(id)?.abort();
        setFull(false);
        setFiles(files.filter((each) => each.id !== id));
      },
      clear() {
        setFull(false);
        setFiles([]);
      },
    };
  }, [files, full, upload]);
}
