import type { eventList } from "@passerelle/contracts/events";
import type { InputOf } from "@passerelle/contracts/http";
import { ApiError } from "../../core/api-error.ts";
import type { Ctx } from "../../core/ctx.ts";
import { rowsOf, type Statement } from "../../core/statement.ts";
import { cursorOf, eventOf, unknownPlace } from "./event-place.ts";
import { columnsSql, concernedSql, type EventRow } from "./event-rows.ts";

// An event carries the identifier of its transaction. Those of the transactions that began before the oldest one still
// under way are settled: nothing can come among them any more. Up to the last settled one the log, in the order of
// (tx, id), is what it will always be. See docs/decisions/0016-events-after.md.

/** A place in the log; the transaction is a big integer, as the driver writes it. */
interface Place {
  readonly tx: string;
  readonly id: string;
}

/** Before every event: below what any transaction is numbered. */
const beginning: Place = { tx: "-9223372036854775808", id: "00000000-0000-0000-0000-000000000000" };

interface Window extends Record<string, unknown> {
  readonly lastTx: string | null;
  readonly lastId: string | null;
  /** The transaction of the event to go on from. */
  readonly afterTx: string | null;
  /** The log holds a transaction that this server has yet to begin: it was copied from another one. */
  readonly isCopied: boolean;
}

/** The last settled place of the log, and that of the event $1. */
const windowStatement: Statement = {
  name: "event_window",
  text: `
    select last.tx as "lastTx", last.id as "lastId",
      (select tx from event where id = $1::uuid) as "afterTx",
      coalesce((select max(tx) from event) >= (pg_snapshot_xmax(pg_current_snapshot())::text)::bigint, false)
        as "isCopied"
    from (values (1)) as one
    left join lateral (
      select tx, id from event where tx < (pg_snapshot_xmin(pg_current_snapshot())::text)::bigint
      order by tx desc, id desc limit 1
    ) last on true`,
};

/** Settled events after ($1, $2) and up to ($3, $4), of one type ($5), entity ($6) or thing ($7), $8 at most. */
const pageStatement: Statement = {
  name: "event_page",
  text: `
    with page as materialized (
      select * from event
      where (tx, id) > ($1::bigint, $2::uuid) and (tx, id) <= ($3::bigint, $4::uuid)
        and ($5::text is null or type = $5) and ($6::text is null or entity = $6)
        and ($7::uuid is null or entity_id = $7)
      order by tx, id limit $8
    )
    select ${columnsSql} from page e ${concernedSql} order by e.tx, e.id`,
};

interface Feed {
  readonly rows: EventRow[];
  readonly after: string;
  readonly hasMore: boolean;
}

/** What comes after a place in the log, and the place to go on from. */
export async function readFeed(ctx: Pick<Ctx, "pool">, query: InputOf<typeof eventList>["query"]): Promise<Feed> {
  const eventId = eventOf(query.after);
  const { after, last } = await readWindow(ctx, eventId);
  const here = cursorOf(eventId);
  if (last === null) return { rows: [], after: here, hasMore: false };
  const { type = null, entity = null, entityId = null, limit } = query;
  const values = [after.tx, after.id, last.tx, last.id, type, entity, entityId, limit + 1];
  const found = await rowsOf<EventRow>(ctx, pageStatement, values);
  const rows = found.slice(0, limit);
  if (found.length > limit) return { rows, after: cursorOf(rows.at(-1)?.id ?? null), hasMore: true };
  return { rows, after: comesBefore(after, last) ? cursorOf(last.id) : here, hasMore: false };
}

/** Where to go on from, and how far the log is settled; null when none of it is. */
async function readWindow(
  ctx: Pick<Ctx, "pool">,
  eventId: string | null,
): Promise<{ after: Place; last: Place | null }> {
  const [window] = await rowsOf<Window>(ctx, windowStatement, [eventId]);
  const { lastTx = null, lastId = null, afterTx = null, isCopied = false } = window ?? {};
  if (isCopied) throw copied();
  if (eventId !== null && afterTx === null) throw unknownPlace();
  return {
    after: eventId === null || afterTx === null ? beginning : { tx: afterTx, id: eventId },
    last: lastTx === null || lastId === null ? null : { tx: lastTx, id: lastId },
  };
}

function comesBefore(one: Place, other: Place): boolean {
  return one.tx === other.tx ? one.id < other.id : BigInt(one.tx) < BigInt(other.tx);
}

/** Its order is another server's until `settleCopiedEvents` ran: read now, it would skip what comes (decision 0016). */
function copied(): ApiError {
  return new ApiError("unavailable", {
    detail: {
      fr: "Le journal a été restauré depuis un autre serveur et n’est pas encore en ordre : la décision 0016 dit quoi faire.",
      en: "The log was restored from another server and is not yet in order: decision 0016 says what to do.",
    },
    retryAfterSeconds: 60,
  });
}
