import type { EventType } from "@passerelle/contracts/events";
import { z } from "zod";
import type { Text } from "../../core/text.ts";
import type { EventRow } from "./event-rows.ts";
import { eventTitles } from "./event-titles.ts";

/** A detail of a sentence: a name, which is the same in every language, or words. */
export type Detail = Text | string | null;

/** `Promotion annulée : Promotion 2017-2018. Motif : …`, the details without words left out. */
export function told(type: EventType, details: readonly Detail[], reason: string | null = null): Text {
  const { fr, en } = eventTitles[type];
  const said = details.filter((detail) => detail !== null);
  const listed = (locale: keyof Text) =>
    said.map((detail) => (typeof detail === "string" ? detail : detail[locale])).join(", ");
  return {
    fr: `${fr}${said.length === 0 ? "" : ` : ${listed("fr")}`}.${reason === null ? "" : ` Motif : ${reason}`}`,
    en: `${en}${said.length === 0 ? "" : `: ${listed("en")}`}.${reason === null ? "" : ` Reason: ${reason}`}`,
  };
}

/** Words that do not begin their sentence. */
export function inside({ fr, en }: Text): Text {
  return { fr: fr.charAt(0).toLowerCase() + fr.slice(1), en: en.charAt(0).toLowerCase() + en.slice(1) };
}

const named = z.object({ name: z.string().optional(), label: z.string().optional() }).catch({});

/** Whom or what an event concerns, by the name it has now, else by the one the event kept. */
export function nameIn(row: EventRow): string | null {
  const now = row.personName ?? row.roomName ?? row.siteName ?? row.programmeName ?? row.editionName ?? row.cohortName;
  return now ?? keptName(row.data.to) ?? keptName(row.data.from);
}

function keptName(side: unknown): string | null {
  const { name, label } = named.parse(side);
  return name ?? label ?? null;
}
