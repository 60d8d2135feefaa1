import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useOperator, useServices } from "@/lib/services";
import { getAccount } from "../api/account";

function useAccountKey() {
  return ["account", useOperator().id] as const;
}

export function useAccount() {
  const { api } = useServices();
  return useQuery({ queryKey: useAccountKey(), queryFn: ({ signal }) => getAccount(api, signal) });
}

/** What was changed is asked for again, and the menu learns of it by a new token. */
export function useAccountChanged() {
  const cache = useQueryClient();
  const { session } = useServices();
  const queryKey = useAccountKey();
  return async () => {
    await cache.invalidateQueries({ queryKey });
    await cache.invalidateQueries({ queryKey: ["sessions"] });
    await session.renew(await session.token());
  };
}
