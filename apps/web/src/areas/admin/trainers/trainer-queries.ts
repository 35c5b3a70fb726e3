import { personList } from "@passerelle/contracts/people";
import { planRead } from "@passerelle/contracts/plans";
import { workListRead } from "@passerelle/contracts/progress";
import { trainerList, trainerRead } from "@passerelle/contracts/trainers";
import { q } from "../../../api/query.ts";

export const trainerQuery = (trainerId: string) => q(trainerRead, { params: { trainerId } });

/** What is read again once a trainer changed. */
export const trainerReads = [trainerList, trainerRead, planRead, workListRead, personList] as const;
