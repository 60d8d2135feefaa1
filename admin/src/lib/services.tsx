import { createContext, use } from "react";
import type { OperatorInfo } from "@/wire/schema";
import type { Api } from "./api";
import type { Session, SessionState } from "./session";
import { useStore } from "./store";
import type { Uploads } from "./uploads";

/** What the composition root made and everybody may use. */
export interface Services {
  readonly session: Session;
  readonly api: Api;
  readonly uploads: Uploads;
}

export const ServicesContext = createContext<Services | null>(null);

export function useServices(): Services {
  const services = use(ServicesContext);
  if (!services) throw new Error("ServicesContext is missing");
  return services;
}

export function useSessionState(): SessionState {
  return useStore(useServices().session.state);
}

/** The operator who is signed in. Only behind the shell, which shows nothing without one. */
export function useOperator(): OperatorInfo {
  const state = useSessionState();
  if (state.phase !== "signed-in") throw new Error("nobody is signed in");
  return state.operator;
}
