import type { StageStanding, TraineeProgress } from "@passerelle/contracts/progress";
import { expect, it } from "vitest";
import { traineesToShow } from "./trainee-order.ts";

function line(usualName: string, standing: StageStanding, leftMinutes: number): TraineeProgress {
  const person = { id: usualName, givenName: "Amel", usualName, birthDate: null };
  return { person, stage: { standing, leftMinutes } } as TraineeProgress; // as: only what is looked at
}

const trainees = [line("A", "on_pace", 300), line("B", "behind", 200), line("C", "behind", 900)];
const names = (lines: readonly TraineeProgress[]) => lines.map(({ person }) => person.usualName).join("");

it("keeps the order by name, and shows only those behind when asked", () => {
  expect(names(traineesToShow(trainees, {}))).toBe("ABC");
  expect(names(traineesToShow(trainees, { show: "behind" }))).toBe("BC");
});

it("sorts by stage: those behind first, then by what is left", () => {
  expect(names(traineesToShow(trainees, { sort: "stage" }))).toBe("CBA");
});
