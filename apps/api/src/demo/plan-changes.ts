import type { Plan } from "@passerelle/contracts/plans";
import type { Ctx } from "../core/ctx.ts";
import { editPlan } from "../modules/plans/edit-plan.ts";
import { publishPlan } from "../modules/publications/publish-plan.ts";
import type { DemoResources } from "./resources.ts";

/** A second version: the last half-day of the session before the last is held in another room. */
export async function publishRoomChange(
  ctx: Ctx,
  { cohortId, planVersion, sessions }: Plan,
  { rooms }: DemoResources,
): Promise<Plan> {
  const halfDay = sessions.at(-2)?.halfDays.at(-1);
  const other = rooms.find((id) => id !== halfDay?.room?.id);
  const halfDays = halfDay === undefined || other === undefined ? [] : [{ id: halfDay.id, roomId: other }];
  const drafted = await editPlan(ctx, cohortId, { halfDays }, planVersion);
  return publishPlan(ctx, cohortId, { note: "La salle prévue accueille une réunion ce jour-là." }, drafted.planVersion);
}

/** Two changes of the last session, drafted by a referent and not published: another room, two that change places. */
export async function loadDraft(
  ctx: Ctx,
  { cohortId, planVersion, sessions }: Plan,
  { rooms }: DemoResources,
  referentId: string,
): Promise<void> {
  const halfDays = sessions.at(-1)?.halfDays ?? [];
  const [first, second, last] = [halfDays[0], halfDays[1], halfDays.at(-1)];
  const other = rooms.find((id) => id !== second?.room?.id);
  if (first === undefined || second === undefined || last === undefined || other === undefined) return;
  const referent: Ctx = { ...ctx, actor: { kind: "person", tokenId: "", userId: referentId, roles: ["referent"] } };
  const drafted = await editPlan(referent, cohortId, { halfDays: [{ id: second.id, roomId: other }] }, planVersion);
  const places = [
    { id: first.id, day: last.day, slot: last.slot },
    { id: last.id, day: first.day, slot: first.slot },
  ];
  await editPlan(referent, cohortId, { halfDays: places }, drafted.planVersion);
}
