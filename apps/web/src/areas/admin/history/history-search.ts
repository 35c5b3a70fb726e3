import { civilDay } from "@passerelle/contracts/common";
import { eventKind } from "@passerelle/contracts/event-kinds";
import { z } from "zod";

const words = z.string().max(100).optional().catch(undefined);
const day = civilDay.optional().catch(undefined);

/** What is looked for in what happened: kept in the address, so that it can be shared. */
export const historySearch = z.object({
  search: words,
  author: words,
  kind: eventKind.optional().catch(undefined),
  cohortId: z.uuid().optional().catch(undefined),
  from: day,
  to: day,
});
export type HistorySearch = z.infer<typeof historySearch>;

/** The same as the API takes it: an address may say a period that ends before it begins. */
export function historyAsked({ from, to, ...others }: HistorySearch): HistorySearch {
  return { ...others, ...periodFrom(from, to) };
}

type Period = Pick<HistorySearch, "from" | "to">;

/** A period by its first day: an end before it no longer counts. */
export function periodFrom(from: string | undefined, to: string | undefined): Period {
  return { from, to: isBackwards(from, to) ? undefined : to };
}

/** A period by its last day: a beginning after it no longer counts. */
export function periodTo(from: string | undefined, to: string | undefined): Period {
  return { from: isBackwards(from, to) ? undefined : from, to };
}

function isBackwards(from: string | undefined, to: string | undefined): boolean {
  return from !== undefined && to !== undefined && to < from;
}

export function isFiltered(search: HistorySearch): boolean {
  return Object.values<string | undefined>({ ...search }).some((value) => value !== undefined);
}
