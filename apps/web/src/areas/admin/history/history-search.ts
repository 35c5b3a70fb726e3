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

/** The same as the API takes it: a period that ends before it begins has no end. */
export function historyAsked({ from, to, ...others }: HistorySearch): HistorySearch {
  return { ...others, from, to: from !== undefined && to !== undefined && to < from ? undefined : to };
}

export function isFiltered(search: HistorySearch): boolean {
  return Object.values<string | undefined>({ ...search }).some((value) => value !== undefined);
}
