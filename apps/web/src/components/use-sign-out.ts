import { signInEnd, signInEndAll } from "@passerelle/contracts/account";
import { useQueryClient } from "@tanstack/react-query";
import { useRouter } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { ApiError, isSignedOut } from "../api/api-error.ts";
import { useSend } from "../api/send.ts";
import { tellFailure } from "./notices.tsx";

/** Ends the sign-in here, or everywhere, and forgets what was read. */
export function useSignOut() {
  const { t } = useTranslation();
  const client = useQueryClient();
  const router = useRouter();
  const here = useSend(signInEnd);
  const everywhere = useSend(signInEndAll);

  async function signOut(where: "here" | "everywhere"): Promise<void> {
    try {
      await (where === "here" ? here : everywhere).send({});
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      if (!isSignedOut(error))
        return tellFailure(t("shell.signOutFailed"), error.problem?.detail ?? t("error.networkText"));
    }
    client.clear();
    await router.navigate({ to: "/sign-in" });
  }

  return {
    signOut: (where: "here" | "everywhere") => void signOut(where),
    pending: here.pending || everywhere.pending,
  };
}
