import type { Contract, ResponseOf } from "@passerelle/contracts/http";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { ApiError } from "./api-error.ts";
import { call, type CallInput } from "./call.ts";
import { randomKey } from "./random-key.ts";

/** One write to the API; what it touches (`refreshes`) is read again once it succeeded. */
export function useSend<C extends Contract>(contract: C, refreshes: readonly Contract[] = []) {
  const client = useQueryClient();
  const mutation = useMutation<ResponseOf<C>, ApiError, Sent<CallInput<C>>>({
    mutationFn: ({ input, version, idempotencyKey }) => call(contract, input, { version, idempotencyKey }),
    onSuccess: () =>
      Promise.all(refreshes.map(({ operationId }) => client.invalidateQueries({ queryKey: [operationId] }))),
  });
  return {
    pending: mutation.isPending,
    error: mutation.error,
    answer: mutation.data,
    reset: mutation.reset,
    /** Rejects with an `ApiError`. The same request tried again on a bad network keeps its key. */
    send: (input: CallInput<C>, version?: number) =>
      mutation.mutateAsync({ input, version, idempotencyKey: randomKey() }),
  };
}

interface Sent<Input> {
  readonly input: Input;
  readonly version: number | undefined;
  readonly idempotencyKey: string;
}
