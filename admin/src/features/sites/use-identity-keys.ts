import { useMutation } from "@tanstack/react-query";
import { useServices } from "@/lib/services";
import type { IdentityKeyAdd } from "@/wire/schema";
import { addKey, removeKey } from "./api/identity-keys";
import { useKeep } from "./use-sites";

export function useAddKey(id: string) {
  const { api } = useServices();
  return useMutation({ mutationFn: (body: IdentityKeyAdd) => addKey(api, id, body), onSuccess: useKeep() });
}

export function useRemoveKey(id: string) {
  const { api } = useServices();
  return useMutation({ mutationFn: (key: string) => removeKey(api, id, key), onSuccess: useKeep() });
}
