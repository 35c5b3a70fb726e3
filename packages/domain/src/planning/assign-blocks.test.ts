import { expect, test } from "vitest";
import { dayNumberOf } from "../time.ts";
import { assignBlocks } from "./assign-blocks.ts";
import { aTrainer, away, times } from "./staff.fixture.ts";
import { staffingOf } from "./staffing.ts";

const monday = dayNumberOf("2017-06-12");
const order = ["A", "B", "C", "D", "E", "F"].map((blockCode) => ({ blockCode, competencyCodes: undefined }));

/** What six half-days from Monday on teach when somebody teaches one block, and is there for these only. */
function taughtWhen(blockCode: string, unavailabilities: ReturnType<typeof away>[]): string {
  const staffing = staffingOf({ times, trainers: { [blockCode]: [aTrainer("Alex", { unavailabilities })] } });
  const places = [monday, monday + 1, monday + 2].flatMap((day) => staffing.placesOn(day));
  return assignBlocks(order, places, staffing)
    .map((unit) => unit.blockCode)
    .join("");
}

test("a block in its turn stays there", () => {
  expect(taughtWhen("F", [away("2017-06-12", { to: "2017-06-13" })])).toBe("ABCDEF");
});

test("to make room for a block that can come first only, the others step back one by one", () => {
  const later = [away("2017-06-12", { to: "2017-06-12", slot: "pm" }), away("2017-06-13")];
  expect(taughtWhen("F", later)).toBe("FABCDE");
});

test("a block moves no farther than it must", () => {
  expect(taughtWhen("E", [away("2017-06-14")])).toBe("ABCEDF");
});

test("a block that nobody can teach on any of them stays where it was asked for", () => {
  expect(taughtWhen("C", [away("2017-06-01")])).toBe("ABCDEF");
});
