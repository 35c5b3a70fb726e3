import type { Cohort } from "@passerelle/contracts/cohorts";
import type { Plan } from "@passerelle/contracts/plans";
import type { Ctx } from "../core/ctx.ts";
import { createClosure } from "../modules/closures/create-closure.ts";
import { createCohort } from "../modules/cohorts/create-cohort.ts";
import { adoptPlan } from "../modules/plans/adopt-plan.ts";
import { proposePlan } from "../modules/plans/propose-plan.ts";
import { publishPlan } from "../modules/publications/publish-plan.ts";
import type { DemoResources } from "./resources.ts";

interface DemoCohort {
  readonly code: string;
  readonly programme: string;
  readonly name: string;
  readonly registrationOpensOn: string;
  readonly registrationClosesOn: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly capacity: number;
  readonly closures: readonly { from: string; to: string; label: string }[];
  readonly skipMonths: readonly string[];
  /** Preferred, 1 for Monday. */
  readonly weekdays: number[];
}

/** The cohort of the training's own page. */
export const pageCohort: DemoCohort = {
  code: "MSADS-2017",
  programme: "MSADS-2017",
  name: "Promotion 2017-2018",
  registrationOpensOn: "2017-01-01",
  registrationClosesOn: "2017-04-30",
  startsOn: "2017-05-16",
  endsOn: "2018-03-31",
  capacity: 12,
  closures: yearClosures(2017),
  skipMonths: ["2017-08"],
  weekdays: [],
};

/** So late that nine sessions and an exam still end before the 2022 edition does, on 16 May 2027. */
const latestStart = "2026-06-01";

/** A cohort five months in on the 2022 edition, or as near to it as its dates in force allow. */
export function runningCohort(today: string): DemoCohort {
  const wished = Temporal.PlainDate.from(today).subtract({ months: 5 }).with({ day: 1 });
  const earliest = Temporal.PlainDate.from("2022-06-01");
  const latest = Temporal.PlainDate.from(latestStart);
  const capped = Temporal.PlainDate.compare(wished, latest) > 0 ? latest : wished;
  const start = Temporal.PlainDate.compare(capped, earliest) < 0 ? earliest : capped;
  const end = start.add({ months: 11 }).subtract({ days: 1 });
  const years = `${start.year}-${end.year}`;
  const summers = [start.year, end.year].map((year) => `${year}-08`);
  return {
    code: `MSADS-${years}`,
    programme: "MSADS-2022",
    name: `Promotion ${years}`,
    registrationOpensOn: start.subtract({ months: 5 }).toString(),
    registrationClosesOn: start.subtract({ days: 20 }).toString(),
    startsOn: start.toString(),
    endsOn: end.toString(),
    capacity: 12,
    closures: [...new Set([start.year, end.year])].flatMap(yearClosures),
    skipMonths: summers.filter((month) => month >= start.toString().slice(0, 7) && month <= end.toString().slice(0, 7)),
    weekdays: [1, 2, 3, 4],
  };
}

function yearClosures(year: number): DemoCohort["closures"] {
  return [
    { from: `${year}-08-01`, to: `${year}-08-26`, label: "Fermeture d’été" },
    { from: `${year}-12-23`, to: `${year + 1}-01-01`, label: "Fermeture de fin d’année" },
  ];
}

/** Creates the cohort on the main site, has its plan proposed with trainers and rooms, adopts and publishes it. */
export async function loadCohort(
  ctx: Ctx,
  demo: DemoCohort,
  { siteId, trainers, rooms }: DemoResources,
): Promise<{ cohort: Cohort; plan: Plan }> {
  const { programme: programmeCode, closures, skipMonths, weekdays, ...fields } = demo;
  for (const closure of closures) await createClosure(ctx, closure);
  const programme = await ctx.db.programme.findUniqueOrThrow({ where: { code: programmeCode } });
  const cohort = await createCohort(ctx, { ...fields, programmeId: programme.id, siteId });
  const wishes = { skipMonths: [...skipMonths], closures: [], weekdays, trainers: [...trainers], rooms: [...rooms] };
  const proposal = await proposePlan(ctx, cohort.id, wishes);
  const { planVersion } = await adoptPlan(ctx, cohort.id, proposal.plan, cohort.version);
  return { cohort, plan: await publishPlan(ctx, cohort.id, {}, planVersion) };
}
