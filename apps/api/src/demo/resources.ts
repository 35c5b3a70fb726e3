import type { InputOf } from "@passerelle/contracts/http";
import type { Plan } from "@passerelle/contracts/plans";
import type { unavailabilityCreate } from "@passerelle/contracts/unavailabilities";
import type { Ctx } from "../core/ctx.ts";
import { createRoom } from "../modules/rooms/create-room.ts";
import { createSite } from "../modules/sites/create-site.ts";
import { createTrainer } from "../modules/trainers/create-trainer.ts";
import { declareUnavailability } from "../modules/unavailabilities/declare-unavailability.ts";

/** What the demo cohorts are taught with: identifiers. */
export interface DemoResources {
  readonly siteId: string;
  /** The main site's, preferred ones first. */
  readonly rooms: string[];
  /** Who teaches each block, preferred ones first. */
  readonly trainers: { readonly blockCode: string; readonly trainerIds: string[] }[];
  /** Who signs in as the trainer of the demo accounts. */
  readonly sacha: { readonly trainerId: string; readonly personId: string };
}

type Absence = Omit<InputOf<typeof unavailabilityCreate>["body"], "trainerId" | "roomId">;

const people = {
  sacha: { givenName: "Sacha", usualName: "Exemple", blocks: ["CCP1", "CCP2"] },
  dominique: { givenName: "Dominique", usualName: "Exemple-Faure", blocks: ["CCP1", "CCP2"] },
  noa: { givenName: "Noa", usualName: "Exemple-Martin", blocks: ["CCP3"] },
  alix: { givenName: "Alix", usualName: "Exemple-Garcia", blocks: ["CCP2", "CCP3"] },
};
type Name = keyof typeof people;

const preferred: Readonly<Record<string, readonly Name[]>> = {
  CCP1: ["dominique", "sacha"],
  CCP2: ["sacha", "dominique", "alix"],
  CCP3: ["noa", "alix"],
};

const mainSite = {
  name: "Maison de l’Exemple",
  addressLines: ["1 rue de l’Exemple", "00000 Exemple"],
  rooms: [
    { name: "Salle Garrigue", capacity: 14, accessible: true, equipment: ["vidéoprojecteur", "tableau blanc"] },
    { name: "Salle Étang", capacity: 12, accessible: true, equipment: ["tableau blanc"] },
  ],
};
const otherSite = {
  name: "Annexe de l’Exemple",
  addressLines: ["2 place de l’Exemple", "00000 Exemple"],
  rooms: [{ name: "Salle Olivier", capacity: 8, accessible: false, equipment: ["paperboard"] }],
};

/** Creates the sites with their rooms and the trainers, and says when some of them are not to be had. */
export async function loadResources(ctx: Ctx, today: string): Promise<DemoResources> {
  const { siteId, rooms } = await loadSite(ctx, mainSite);
  await loadSite(ctx, otherSite);
  const ids: Partial<Record<Name, { id: string; personId: string }>> = {};
  for (const [name, { blocks, ...person }] of Object.entries(people)) {
    ids[name as Name] = await createTrainer(ctx, { ...person, competencyIds: await competenciesOf(ctx, blocks) }); // as: its own key
  }
  const idOf = (name: Name) => ids[name]?.id ?? "";
  await declareUnavailability(ctx, { trainerId: idOf("dominique"), ...leave(today) });
  await declareUnavailability(ctx, { trainerId: idOf("alix"), ...lectures(today) });
  return {
    siteId,
    rooms,
    trainers: Object.entries(preferred).map(([blockCode, names]) => ({ blockCode, trainerIds: names.map(idOf) })),
    sacha: { trainerId: idOf("sacha"), personId: ids.sacha?.personId ?? "" },
  };
}

async function loadSite(ctx: Ctx, { rooms: described, ...fields }: typeof mainSite) {
  const { id: siteId } = await createSite(ctx, fields);
  const rooms: string[] = [];
  for (const room of described) rooms.push((await createRoom(ctx, { siteId, ...room })).id);
  return { siteId, rooms };
}

/** The competencies of the blocks of these codes, of every edition. */
async function competenciesOf(ctx: Ctx, blocks: readonly string[]): Promise<string[]> {
  const rows = await ctx.db.competency.findMany({
    where: { block: { code: { in: [...blocks] } } },
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}

/** A working week away, six weeks ahead. */
function leave(today: string): Absence {
  const monday = mondayAfter(today, 6);
  return { from: monday, to: daysAfter(monday, 4), reason: "Congés" };
}

/** Every other Tuesday afternoon of the year around today. */
function lectures(today: string): Absence {
  const from = mondayAfter(today, -26);
  const weekly = { weekdays: [2], everyWeeks: 2, slot: "pm" as const };
  return { from, to: daysAfter(from, 364), ...weekly, reason: "Cours à l’université" };
}

function mondayAfter(day: string, weeks: number): string {
  const date = Temporal.PlainDate.from(day);
  return date
    .subtract({ days: date.dayOfWeek - 1 })
    .add({ weeks })
    .toString();
}

function daysAfter(day: string, days: number): string {
  return Temporal.PlainDate.from(day).add({ days }).toString();
}

/** An absence declared after the plan was adopted, on one of the trainer's next half-days: there is something to repair. */
export async function declareAbsence(ctx: Ctx, { sacha }: DemoResources, plan: Plan, today: string): Promise<void> {
  const ahead = plan.sessions.flatMap(({ halfDays }) => halfDays).filter(({ day }) => day > today);
  const taught = ahead.find(({ trainer }) => trainer?.id === sacha.trainerId);
  if (taught === undefined) return;
  const { day, slot } = taught;
  const reason = "Réunion avec un partenaire";
  await declareUnavailability(ctx, { trainerId: sacha.trainerId, from: day, to: day, slot, reason });
}
