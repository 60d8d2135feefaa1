import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useServices } from "@/lib/services";
import type { SiteCreate, SiteDetail, SiteList, SitePatch } from "@/wire/schema";
import { changeSite } from "./api/change-site";
import { createSite } from "./api/create-site";
import { deleteSite } from "./api/delete-site";
import { getSite } from "./api/get-site";
import { listSites } from "./api/list-sites";
import { rotateKey, rotateSecret } from "./api/rotate";

const LIST = ["sites"] as const;
const one = (id: string) => ["sites", id] as const;

export function useSites() {
  const { api } = useServices();
  return useQuery({ queryKey: LIST, queryFn: ({ signal }) => listSites(api, signal) });
}

export function useSite(id: string) {
  const { api } = useServices();
  return useQuery({ queryKey: one(id), queryFn: ({ signal }) => getSite(api, id, signal) });
}

/** What the server now says of a site is shown everywhere at once. */
export function useKeep() {
  const cache = useQueryClient();
  return (site: SiteDetail): void => {
    cache.setQueryData(one(site.id), site);
    cache.setQueryData<SiteList>(LIST, (list) => {
      if (!list) return list;
      const known = list.items.some((each) => each.id === site.id);
      return { items: known ? list.items.map((each) => (each.id === site.id ? site : each)) : [...list.items, site] };
    });
    // The agents of a new site are in their list too.
    void cache.invalidateQueries({ queryKey: ["agents"] });
  };
}

export function useCreateSite() {
  const { api } = useServices();
  return useMutation({ mutationFn: (body: SiteCreate) => createSite(api, body), onSuccess: useKeep() });
}

export function useChangeSite(id: string) {
  const { api } = useServices();
  return useMutation({ mutationFn: (body: SitePatch) => changeSite(api, id, body), onSuccess: useKeep() });
}

export function useRotateKey(id: string) {
  const { api } = useServices();
  return useMutation({ mutationFn: (grace: number) => rotateKey(api, id, grace), onSuccess: useKeep() });
}

export function useRotateSecret(id: string) {
  const { api } = useServices();
  const keep = useKeep();
  return useMutation({
    mutationFn: (grace: number) => rotateSecret(api, id, grace),
    onSuccess: ({ site }) => keep(site),
    // A secret is told once: it is not kept in any cache.
    gcTime: 0,
  });
}

export function useDeleteSite(id: string) {
  const { api } = useServices();
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (name: string) => deleteSite(api, id, name),
    onSuccess: () => {
      cache.removeQueries({ queryKey: one(id) });
      // Conversations, people, keys: wherever the site was, it is no more.
      void cache.invalidateQueries();
    },
  });
}
