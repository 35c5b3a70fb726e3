import { meRead } from "@passerelle/contracts/account";
import { trainerRead } from "@passerelle/contracts/trainers";
import type { QueryClient } from "@tanstack/react-query";
import { q } from "../../api/query.ts";

export const trainerQuery = (trainerId: string) => q(trainerRead, { params: { trainerId } });

/** Which trainer is signed in; null for an account whose person is not among the trainers. */
export async function ownTrainerId(client: QueryClient): Promise<string | null> {
  const me = await client.ensureQueryData(q(meRead, {}));
  return me.kind === "person" ? me.trainerId : null;
}
