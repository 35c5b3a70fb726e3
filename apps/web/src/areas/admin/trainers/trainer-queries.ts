import { personList } from "@passerelle/contracts/people";
import { workListRead } from "@passerelle/contracts/progress";
import { trainerList, trainerRead } from "@passerelle/contracts/trainers";
import { q } from "../../../api/query.ts";
import { planReads } from "../queries.ts";

export const trainerQuery = (trainerId: string) => q(trainerRead, { params: { trainerId } });

/** What is read again once a trainer changed. */
export const trainerReads = [trainerList, trainerRead, ...planReads, workListRead, personList] as const;
