import { enrolmentRoute, enrolmentState } from "@passerelle/contracts/enrolments";
import { z } from "zod";
import { fromColumn } from "../../core/civil-day.ts";
import type { Text } from "../../core/text.ts";
import { text, type Words } from "../../core/wording.ts";
import { moveTitle } from "./state-names.ts";

// What each event stored, as far as its sentence needs it.
const prescribed = z.array(z.object({ blockCode: z.string(), minutes: z.int() }));
const created = z.object({ to: z.object({ route: enrolmentRoute, prescribed }) });
const moved = z.object({
  from: z.object({ state: enrolmentState }),
  to: z.object({ state: enrolmentState, reason: z.string().nullable() }),
});
const prescribedAnew = z.object({ to: z.object({ prescribed, reason: z.string() }) });
const waived = z.object({
  to: z.object({ employer: z.string(), jobTitle: z.string(), proof: z.string(), proofSeenOn: z.iso.date() }),
});
const lapsed = z.object({ to: z.object({ endedOn: z.iso.date(), reason: z.string() }) });

interface Told {
  readonly type: string;
  readonly effectiveOn: Date;
  readonly data: unknown;
}

const texts: Record<string, (event: Told) => Text> = {
  "enrolment.created": ({ data, effectiveOn }) => createdText(created.parse(data), fromColumn(effectiveOn)),
  "enrolment.moved": ({ data, effectiveOn }) => movedText(moved.parse(data), fromColumn(effectiveOn)),
  "enrolment.prescribed": ({ data }) => prescribedText(prescribedAnew.parse(data)),
  "enrolment.placement-waived": ({ data }) => waivedText(waived.parse(data)),
  "enrolment.placement-waiver-lapsed": ({ data }) => lapsedText(lapsed.parse(data)),
};

/** The events an enrolment's history tells. */
export const historyEventTypes: string[] = Object.keys(texts);

/** The sentence of one of them. */
export function historyText(event: Told): Text {
  const write = texts[event.type];
  if (write === undefined) throw new Error(`no sentence for ${event.type}`);
  return write(event);
}

const routeNames: Record<z.infer<typeof enrolmentRoute>, Text> = {
  fpc: { fr: "en formation continue", en: "continuing training" },
  vae: { fr: "en VAE", en: "validation of prior experience" },
};

function createdText({ to }: z.infer<typeof created>, effectiveOn: string): Text {
  return text((words) => ({
    fr: `Inscription le ${words.day(effectiveOn)}, ${routeNames[to.route].fr} : ${blocks(words, to.prescribed)}`,
    en: `Enrolled on ${words.day(effectiveOn)}, ${routeNames[to.route].en}: ${blocks(words, to.prescribed)}`,
  }));
}

function movedText({ from, to }: z.infer<typeof moved>, effectiveOn: string): Text {
  const title = moveTitle(from.state, to.state);
  return text(({ day }) => ({
    fr: `${title.fr} le ${day(effectiveOn)}${to.reason === null ? "" : `. Motif : ${to.reason}`}`,
    en: `${title.en} on ${day(effectiveOn)}${to.reason === null ? "" : `. Reason: ${to.reason}`}`,
  }));
}

function prescribedText({ to }: z.infer<typeof prescribedAnew>): Text {
  return text((words) => ({
    fr: `Heures prescrites : ${blocks(words, to.prescribed)}. Motif : ${to.reason}`,
    en: `Hours prescribed: ${blocks(words, to.prescribed)}. Reason: ${to.reason}`,
  }));
}

function waivedText({ to }: z.infer<typeof waived>): Text {
  return text(({ day }) => ({
    fr: `Dispense de stage : ${to.jobTitle}, ${to.employer}. Justificatif vu le ${day(to.proofSeenOn)} : ${to.proof}`,
    en: `Placement waived: ${to.jobTitle}, ${to.employer}. Proof seen on ${day(to.proofSeenOn)}: ${to.proof}`,
  }));
}

function lapsedText({ to }: z.infer<typeof lapsed>): Text {
  return text(({ day }) => ({
    fr: `Fin de la dispense de stage : l’emploi a pris fin le ${day(to.endedOn)}, les heures sont dues à nouveau. Motif : ${to.reason}`,
    en: `Placement waiver lapsed: the job ended on ${day(to.endedOn)}, the hours are due again. Reason: ${to.reason}`,
  }));
}

function blocks({ hours, list }: Words, minutes: z.infer<typeof prescribed>): string {
  return list(minutes.map((block) => `${block.blockCode} ${hours(block.minutes)}`));
}
