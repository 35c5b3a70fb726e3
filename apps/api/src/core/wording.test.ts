import { expect, test } from "vitest";
import { text } from "./wording.ts";

test.each([
  ["2017-10-01", "Le dimanche 1er octobre 2017", "On Sunday, 1 October 2017"],
  ["2017-10-11", "Le mercredi 11 octobre 2017", "On Wednesday, 11 October 2017"],
  ["2017-10-31", "Le mardi 31 octobre 2017", "On Tuesday, 31 October 2017"],
])("a day is said with its weekday, the first of a month as « 1er » in French: %s", (civilDay, fr, en) => {
  const spoken = text(({ day }) => ({ fr: `le ${day(civilDay)}`, en: `on ${day(civilDay)}` }));
  expect(spoken).toEqual({ fr, en });
});
