import type { Me } from "@passerelle/contracts/account";
import type { Role } from "@passerelle/contracts/roles";
import { expect, it } from "vitest";
import { areasOf, otherAreas } from "./me.ts";

function somebody(...roles: Role[]): Me {
  return {
    kind: "person",
    userId: "u",
    email: "sacha@exemple.test",
    givenName: "Sacha",
    usualName: "Exemple",
    roles,
    trainerId: null,
  };
}

it.each<[Role[], string[]]>([
  [["referent"], ["/work"]],
  [["trainer"], ["/my-half-days"]],
  [["trainee"], ["/path"]],
  [
    ["trainee", "trainer"],
    ["/my-half-days", "/path"],
  ],
  [
    ["trainer", "admin"],
    ["/work", "/my-half-days"],
  ],
  [["examiner"], []],
])("whoever is %j arrives at the first of %j", (roles, addresses) => {
  expect(areasOf(somebody(...roles)).map(({ to }) => to)).toEqual(addresses);
});

it("from one area a way leads to the others, never to itself", () => {
  expect(otherAreas(somebody("referent", "trainer"), "trainer").map(({ key }) => key)).toEqual(["admin"]);
  expect(otherAreas(somebody("trainee"), "trainee")).toEqual([]);
});
