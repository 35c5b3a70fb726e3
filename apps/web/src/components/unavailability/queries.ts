import { draftDifferenceRead } from "@passerelle/contracts/plan-versions";
import { planRead } from "@passerelle/contracts/plans";
import { workListRead } from "@passerelle/contracts/progress";
import { planDraftRead } from "@passerelle/contracts/publications";
import { repairList } from "@passerelle/contracts/repairs";
import { unavailabilityList } from "@passerelle/contracts/unavailabilities";
import { qAll } from "../../api/query.ts";

/** Whose unavailability: a trainer's or a room's. */
export type Owner = { readonly trainerId: string } | { readonly roomId: string };

export const unavailabilitiesQuery = (owner: Owner) => qAll(unavailabilityList, { query: owner });

/** What is read again once an unavailability changed. */
export const unavailabilityReads = [
  unavailabilityList,
  planRead,
  planDraftRead,
  draftDifferenceRead,
  repairList,
  workListRead,
] as const;
