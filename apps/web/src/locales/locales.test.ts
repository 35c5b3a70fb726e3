import { describe, expect, it } from "vitest";
import adminEn from "../areas/admin/locales/en.json";
import adminFr from "../areas/admin/locales/fr.json";
import traineeEn from "../areas/trainee/locales/en.json";
import traineeFr from "../areas/trainee/locales/fr.json";
import trainerEn from "../areas/trainer/locales/en.json";
import trainerFr from "../areas/trainer/locales/fr.json";
import calendarEn from "../components/calendar-subscription/locales/en.json";
import calendarFr from "../components/calendar-subscription/locales/fr.json";
import changesEn from "../components/timetable-changes/locales/en.json";
import changesFr from "../components/timetable-changes/locales/fr.json";
import unavailabilityEn from "../components/unavailability/locales/en.json";
import unavailabilityFr from "../components/unavailability/locales/fr.json";
import en from "./en.json";
import fr from "./fr.json";

type Tree = { readonly [key: string]: string | Tree };

const sources = import.meta.glob<string>(["../**/*.{ts,tsx}", "!../**/*.test.*"], {
  query: "?raw",
  import: "default",
  eager: true,
});
const pairs = [
  { name: "everywhere", french: flat(fr), english: flat(en) },
  { name: "the administration", french: flat(adminFr), english: flat(adminEn) },
  { name: "the trainee area", french: flat(traineeFr), english: flat(traineeEn) },
  { name: "the trainer area", french: flat(trainerFr), english: flat(trainerEn) },
  { name: "calendars", french: flat(calendarFr), english: flat(calendarEn) },
  { name: "changes of timetables", french: flat(changesFr), english: flat(changesEn) },
  { name: "unavailability", french: flat(unavailabilityFr), english: flat(unavailabilityEn) },
];
const NARROW = "\u202F";

it("no key is both everywhere’s and the administration’s, which share a namespace", () => {
  expect(Object.keys(adminFr).filter((key) => key in fr)).toEqual([]);
});

describe.each(pairs)("the two locale files of $name", ({ french, english }) => {
  it("have the same keys", () => {
    expect([...english.keys()].toSorted()).toEqual([...french.keys()].toSorted());
  });

  it("name the same facts in each text", () => {
    const factsOf = (text: string | undefined) => [...new Set(text?.match(/\{\{\w+\}\}/g))].toSorted();
    const differing = [...french.keys()].filter((key) => {
      return JSON.stringify(factsOf(french.get(key))) !== JSON.stringify(factsOf(english.get(key)));
    });
    expect(differing).toEqual([]);
  });

  it("have no text that no source uses", () => {
    const source = Object.values(sources).join("\n");
    const unused = [...french.keys()].filter((key) => !isUsed(key, source));
    expect(unused).toEqual([]);
  });
});

describe.each(pairs)("French texts of $name", ({ french }) => {
  it("put a narrow no-break space before double marks and inside guillemets", () => {
    const wrong = [...french.values()].filter((text) => /[^\u202F{}][:;?!»](\s|$)| [:;?!»]|« /.test(text));
    expect(wrong).toEqual([]);
    expect([...french.values()].some((text) => text.includes(`${NARROW}?`))).toBe(true);
  });

  it("use typographic apostrophes and quotes", () => {
    expect([...french.values()].filter((text) => /['"]/.test(text))).toEqual([]);
  });
});

function flat(tree: Tree, prefix = ""): Map<string, string> {
  return new Map(
    Object.entries(tree).flatMap(([key, value]) =>
      typeof value === "string" ? [[`${prefix}${key}`, value] as const] : [...flat(value, `${prefix}${key}.`)],
    ),
  );
}

/** Used as it stands, without its plural ending, or through a template such as `role.${role}`. */
function isUsed(key: string, source: string): boolean {
  const base = key.replace(/_(one|other)$/, "");
  const parent = base.slice(0, base.lastIndexOf(".") + 1);
  return source.includes(`"${base}"`) || source.includes(`\`${parent}\${`);
}
