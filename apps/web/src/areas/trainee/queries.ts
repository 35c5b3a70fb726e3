import { enrolmentList, type Enrolment } from "@passerelle/contracts/enrolments";
import { enrolmentProgressRead } from "@passerelle/contracts/progress";
import { useSuspenseQuery, type QueryClient } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { q } from "../../api/query.ts";

export const myEnrolmentsQuery = q(enrolmentList, { query: { limit: 50 } });
export const progressQuery = (enrolmentId: string) => q(enrolmentProgressRead, { params: { enrolmentId } });

const over: ReadonlySet<string> = new Set(["completed", "dropped_out", "excluded", "cancelled"]);

/** The path to show: the one asked for, else the one going on, else the latest; null for somebody in no cohort. */
export function chosenEnrolment(mine: readonly Enrolment[], asked: string | undefined): Enrolment | null {
  const latestFirst = mine.toSorted(
    (a, b) => Number(over.has(a.state)) - Number(over.has(b.state)) || b.stateSince.localeCompare(a.stateSince),
  );
  return mine.find(({ id }) => id === asked) ?? latestFirst[0] ?? null;
}

/** Reads the signed-in trainee's enrolments and answers the one to show. */
export async function loadEnrolment(client: QueryClient, asked: string | undefined): Promise<Enrolment | null> {
  const { items } = await client.ensureQueryData(myEnrolmentsQuery);
  return chosenEnrolment(items, asked);
}

const area = getRouteApi("/trainee");

/** The enrolment the area shows. */
export function useEnrolment(): Enrolment | null {
  const { enrolment } = area.useSearch();
  const { data } = useSuspenseQuery(myEnrolmentsQuery);
  return chosenEnrolment(data.items, enrolment);
}
