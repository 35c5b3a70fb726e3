import type { Contract } from "@passerelle/contracts/http";
import { infiniteQueryOptions, queryOptions, type InfiniteData } from "@tanstack/react-query";
import type { z } from "zod";
import { call, type CallInput } from "./call.ts";

/** A read of the API as a query, under the key `[operationId, input]`. */
export function q<C extends Contract>(contract: C, input: CallInput<C>) {
  return queryOptions({
    queryKey: [contract.operationId, input],
    queryFn: ({ signal }) => call(contract, input, { signal }),
  });
}

interface Page {
  readonly items: readonly unknown[];
  readonly nextCursor: string | null;
}
type ListContract = Contract & { readonly response: z.ZodType<Page> };
/** What a list is asked for: everything but the cursor. */
type ListInput<C extends Contract> = CallInput<C> & { readonly query?: object };

/** A list of the API, page after page. */
export function qPages<C extends ListContract>(contract: C, input: ListInput<C>) {
  type Answer = z.output<C["response"]>;
  return infiniteQueryOptions<Answer, Error, InfiniteData<Answer>, readonly unknown[], string | null>({
    queryKey: [contract.operationId, input, "pages"],
    queryFn: ({ signal, pageParam }) => {
      const query = { ...input.query, ...(pageParam === null ? {} : { cursor: pageParam }) };
      return call(contract, { ...input, query }, { signal }) as Promise<Answer>;
    },
    initialPageParam: null,
    getNextPageParam: (page: Page) => page.nextCursor,
  });
}

/** A list of the API read whole, page after page: for what is shown all at once. */
export function qAll<C extends ListContract>(contract: C, input: ListInput<C>) {
  return queryOptions({
    queryKey: [contract.operationId, input, "all"],
    queryFn: async ({ signal }) => {
      const items: Item<C>[] = [];
      for (let cursor: string | undefined; ;) {
        const query = { limit: 200, ...input.query, cursor };
        const page = (await call(contract, { ...input, query }, { signal })) as ItemPage<C>;
        items.push(...page.items);
        if (page.nextCursor === null) return items;
        cursor = page.nextCursor;
      }
    },
  });
}

type Item<C extends ListContract> = z.output<C["response"]>["items"][number];
/** What every list answers; the conditional type of `call` hides it. */
interface ItemPage<C extends ListContract> {
  readonly items: readonly Item<C>[];
  readonly nextCursor: string | null;
}
