import type { ReferenceImport } from "@passerelle/contracts/reference-import";
import { MAX_MINUTES_A_DAY } from "../planning/plan.ts";
import { minuteOfDay } from "../time.ts";
import type { StoredEdition } from "./check-edition.ts";
import { checkTariffs } from "./check-tariffs.ts";
import type { ReferenceFault } from "./reference-faults.ts";
import { repeated } from "./repeated.ts";

type Programme = ReferenceImport["programmes"][number];

/** R4 to R7 over one programme, whose edition must be among those known. `pointer` is the programme's own. */
export function checkProgramme(
  programme: Programme,
  pointer: string,
  known: readonly StoredEdition[],
): ReferenceFault[] {
  return [
    ...editionFaults(programme, pointer, known),
    ...hourFaults(programme, pointer),
    ...halfDayFaults(programme, pointer),
    ...checkTariffs(programme.tariffs, `${pointer}/tariffs`),
  ];
}

/** A programme teaches each block of its edition, once. */
function editionFaults(programme: Programme, pointer: string, known: readonly StoredEdition[]): ReferenceFault[] {
  const { blocks, titleVersion } = programme;
  const twice = repeated(blocks, ({ code }) => code).map(({ index, first, key }) => ({
    pointer: `${pointer}/blocks/${index}/code`,
    code: "block_twice" as const,
    facts: { name: key, first: `${pointer}/blocks/${first}/code` },
  }));
  const edition = known.find(({ code }) => code === titleVersion);
  if (edition === undefined) {
    return [
      ...twice,
      { pointer: `${pointer}/titleVersion`, code: "edition_unknown", facts: { edition: titleVersion } },
    ];
  }
  const due = new Set(edition.blocks.map(({ code }) => code));
  const taught = new Set(blocks.map(({ code }) => code));
  return [
    ...twice,
    ...blocks.flatMap(({ code }, index): ReferenceFault[] => {
      if (due.has(code)) return [];
      const facts = { block: code, edition: edition.code };
      return [{ pointer: `${pointer}/blocks/${index}/code`, code: "block_unknown", facts }];
    }),
    ...[...due.difference(taught)].map((code) => ({
      pointer: `${pointer}/blocks`,
      code: "block_missing" as const,
      facts: { block: code, edition: edition.code },
    })),
  ];
}

// R4, and R5 for the numbers it adds up
function hourFaults({ theoryMinutes, placementMinutes, blocks }: Programme, pointer: string): ReferenceFault[] {
  const numbers: [at: string, value: number, least: number][] = [
    ["theoryMinutes", theoryMinutes, 1],
    ["placementMinutes", placementMinutes, 0],
    ...blocks.map(({ minutes }, index): [string, number, number] => [`blocks/${index}/minutes`, minutes, 1]),
  ];
  const faults = numbers
    .filter(([, value, least]) => !Number.isSafeInteger(value) || value < least)
    .map(([at, value, least]): ReferenceFault => {
      return { pointer: `${pointer}/${at}`, code: "not_a_whole_number", facts: { value, least } };
    });
  const blockMinutes = blocks.reduce((total, { minutes }) => total + minutes, 0);
  const differenceMinutes = blockMinutes - theoryMinutes;
  if (differenceMinutes === 0) return faults;
  const facts = { theoryMinutes, blockMinutes, differenceMinutes };
  return [...faults, { pointer: `${pointer}/theoryMinutes`, code: "hours_do_not_add_up", facts }];
}

// R5
function halfDayFaults({ am, pm }: Programme, pointer: string): ReferenceFault[] {
  const reversed = Object.entries({ am, pm })
    .filter(([, { start, end }]) => end <= start)
    .map(([slot, { start, end }]): ReferenceFault => {
      return { pointer: `${pointer}/${slot}/end`, code: "half_day_reversed", facts: { start, end } };
    });
  if (reversed.length > 0) return reversed;
  const faults: ReferenceFault[] = [];
  if (pm.start < am.end) {
    faults.push({
      pointer: `${pointer}/pm/start`,
      code: "half_days_overlap",
      facts: { amEnd: am.end, pmStart: pm.start },
    });
  }
  const [amMinutes, pmMinutes] = [am, pm].map(({ start, end }) => minuteOfDay(end) - minuteOfDay(start)) as [
    number,
    number,
  ];
  if (amMinutes !== pmMinutes) {
    faults.push({ pointer: `${pointer}/pm`, code: "half_days_differ", facts: { amMinutes, pmMinutes } });
  }
  const minutes = amMinutes + pmMinutes;
  if (minutes > MAX_MINUTES_A_DAY) {
    faults.push({
      pointer: `${pointer}/pm/end`,
      code: "day_too_long",
      facts: { minutes, mostMinutes: MAX_MINUTES_A_DAY },
    });
  }
  return faults;
}
