import type { CcpResult } from "@passerelle/contracts/ccp-results";
import type { Actor } from "../../core/actor.ts";
import { fromColumn } from "../../core/civil-day.ts";
import { presentPersonSummary } from "../people/people.present.ts";
import { canAnnulResult, canPublishResult } from "./ccp-results.policy.ts";
import type { CcpResultRow } from "./ccp-results.queries.ts";

/** The result as its contract shows it, with what the caller may do. */
export function presentCcpResult(actor: Actor, row: CcpResultRow): CcpResult {
  return {
    id: row.id,
    enrolmentId: row.enrolmentId,
    person: presentPersonSummary(row.person),
    titleVersionId: row.titleVersionId,
    blockCode: row.block?.code ?? null,
    obtained: row.obtained,
    reason: row.reason,
    decidedOn: fromColumn(row.decidedOn),
    publishedOn: row.publishedOn && fromColumn(row.publishedOn),
    // The database has both or neither.
    annulled: row.annulledOn && { on: fromColumn(row.annulledOn), reason: row.annulledReason ?? "" },
    version: row.version,
    can: { publish: canPublishResult(actor, row), annul: canAnnulResult(actor, row) },
  };
}
