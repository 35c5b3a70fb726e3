import type { PlanProposal } from "@passerelle/contracts/plans";
import { covers, type Unavailability } from "@passerelle/domain/planning/resources";
import type { Ctx } from "../core/ctx.ts";
import { periodOf } from "../modules/unavailabilities/unavailabilities.queries.ts";
import type { DemoResources } from "./resources.ts";

type ProposedPlan = PlanProposal["plan"];
type HalfDay = ProposedPlan["examHalfDays"][number];

/** Gives each half-day that lacks them the competencies of its block in turn, its first free trainer, and the first room. */
export async function fillPlan(
  ctx: Ctx,
  plan: ProposedPlan,
  programmeId: string,
  { trainers, rooms }: DemoResources,
): Promise<ProposedPlan> {
  const codes = await competencyCodes(ctx, programmeId);
  const away = await unavailabilities(ctx);
  const taught = new Map<string, number>();
  const fill = (halfDay: HalfDay): HalfDay => {
    const { blockCode, day, slot } = halfDay;
    const roomId = halfDay.roomId ?? rooms[0] ?? null;
    if (blockCode === null) return { ...halfDay, roomId };
    const turn = taught.get(blockCode) ?? 0;
    taught.set(blockCode, turn + 1);
    const ofBlock = codes.get(blockCode) ?? [];
    const free = (id: string) => !(away.get(id) ?? []).some((each) => covers(each, day, slot));
    const able = trainers.find((each) => each.blockCode === blockCode)?.trainerIds ?? [];
    return {
      ...halfDay,
      roomId,
      trainerId: halfDay.trainerId ?? able.find(free) ?? null,
      competencyCodes: halfDay.competencyCodes?.length
        ? halfDay.competencyCodes
        : ofBlock.slice(turn % ofBlock.length, (turn % ofBlock.length) + 1),
    };
  };
  return {
    sessions: plan.sessions.map(({ halfDays }) => ({ halfDays: halfDays.map(fill) })),
    examHalfDays: plan.examHalfDays.map(fill),
  };
}

async function competencyCodes(ctx: Ctx, programmeId: string): Promise<Map<string, string[]>> {
  const rows = await ctx.db.competency.findMany({
    where: { block: { programmes: { some: { programmeId } } } },
    select: { code: true, block: { select: { code: true } } },
    orderBy: { position: "asc" },
  });
  const byBlock = Map.groupBy(rows, ({ block }) => block.code);
  return new Map([...byBlock].map(([block, each]) => [block, each.map(({ code }) => code)]));
}

async function unavailabilities(ctx: Ctx): Promise<Map<string | null, Unavailability[]>> {
  const rows = await ctx.db.unavailability.findMany();
  const byTrainer = Map.groupBy(rows, ({ trainerId }) => trainerId);
  return new Map([...byTrainer].map(([trainerId, each]) => [trainerId, each.map(periodOf)]));
}
