import { expect, it } from "vitest";
import { isAddress, newTrainer, trainerOf } from "./trainer-values.ts";

const typed = {
  ...newTrainer,
  personId: "p",
  givenName: "Dominique",
  usualName: "Exemple",
  email: " ",
  competencyIds: ["c"],
};

it("somebody known is sent by who they are alone, somebody new by their names", () => {
  expect(trainerOf(typed)).toEqual({ personId: "p", competencyIds: ["c"] });
  expect(trainerOf({ ...typed, kind: "new" })).toEqual({
    givenName: "Dominique",
    usualName: "Exemple",
    competencyIds: ["c"],
  });
  expect(trainerOf({ ...typed, kind: "new", email: " d@exemple.test " })).toMatchObject({ email: "d@exemple.test" });
});

it("an address may be left out, not be wrong", () => {
  expect([isAddress(""), isAddress("d@exemple.test"), isAddress("d@")]).toEqual([true, true, false]);
});
