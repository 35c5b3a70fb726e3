import type { Contract, InputOf, ResponseOf } from "@passerelle/contracts/http";
import type { FastifyReply } from "fastify";
import type { Ctx } from "../core/ctx.ts";
import type { IfMatch } from "./conditional.ts";

/** A decoded request, with the version the caller expects. */
export type Input<C extends Contract> = InputOf<C> & { readonly ifMatch: IfMatch };

/** `(ctx, input) → answer`; only sign-in operations touch the reply, for their cookie. */
export type Handler<C extends Contract> = (ctx: Ctx, input: Input<C>, reply: FastifyReply) => Promise<ResponseOf<C>>;

/** A contract with the handler that keeps it. */
export interface Mounted {
  readonly contract: Contract;
  readonly handle: (ctx: Ctx, input: Input<Contract>, reply: FastifyReply) => Promise<unknown>;
}

/** Binds a handler to its contract; `app.ts` registers every value made here and nothing else. */
export function mount<C extends Contract>(contract: C, handle: Handler<C>): Mounted {
  return { contract, handle: handle as Mounted["handle"] }; // as: the input is decoded by this very contract
}
