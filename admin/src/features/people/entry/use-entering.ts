import { useMutation } from "@tanstack/react-query";
import { useNavigate } from "react-router";
import { HOME } from "@/lib/paths";
import { useServices } from "@/lib/services";
import type { AccessGrant, TwoFactorChallenge } from "@/wire/schema";

/** Comes in by a link: straight on to the console, or to the second step of the sign-in. */
export function useEntering<Body>(send: (body: Body) => Promise<AccessGrant | TwoFactorChallenge>) {
  const { session } = useServices();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: send,
    onSuccess: async (reply) => {
      if ("ticket" in reply) {
        // Whoever is signed in here meanwhile must not stand in the way of the second step.
        session.end("signed-out");
        await navigate("/sign-in", { replace: true, state: { challenge: reply } });
      } else {
        session.enter(reply);
        await navigate(HOME, { replace: true });
      }
    },
  });
}
