import { cohortCreate } from "@passerelle/contracts/cohorts";
import { closureCreate } from "@passerelle/contracts/closures";
import type { Contract } from "@passerelle/contracts/http";
import { trainingProviderUpdate } from "@passerelle/contracts/training-provider";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Client, startApp, type TestApp } from "../../test/client.ts";

let app: TestApp;
let admin: Client;
beforeAll(async () => {
  app = await startApp();
  admin = await app.as("admin");
});
afterAll(() => app.close());

const closure = { from: "2030-08-01", to: "2030-08-31", label: "Été" };
const cases: readonly [string, Contract, object, object][] = [
  [
    "a SIRET whose sum fails",
    trainingProviderUpdate,
    { siret: "12345678901234" },
    { pointer: "/siret", code: "siret" },
  ],
  ["a SIRET of 13 digits", trainingProviderUpdate, { siret: "1234567890123" }, { pointer: "/siret", code: "siret" }],
  ["30 February", closureCreate, { ...closure, from: "2030-02-30" }, { pointer: "/from", code: "invalid_format" }],
  ["the year 1900", closureCreate, { ...closure, from: "1900-01-01" }, { pointer: "/from", code: "years_covered" }],
  ["days in reverse", closureCreate, { ...closure, to: "2030-07-01" }, { pointer: "/to", code: "days_in_order" }],
  ["a name of two lines", closureCreate, { ...closure, label: "a\nb" }, { pointer: "/label", code: "one_line" }],
  ["a null byte", closureCreate, { ...closure, label: "a\u0000b" }, { pointer: "/label", code: "one_line" }],
  [
    "a missing field",
    closureCreate,
    { from: closure.from, to: closure.to },
    { pointer: "/label", code: "invalid_type" },
  ],
  ["a blank field", closureCreate, { ...closure, label: "  " }, { pointer: "/label", code: "too_small" }],
];

test.each(cases)("%s is refused at its field, in words and in both languages", async (_name, contract, body, fault) => {
  const french = await admin(contract, { body });
  const english = await admin(contract, { body, headers: { "accept-language": "en" } });
  expect([french.status, english.status]).toEqual([400, 400]);
  expect(french.body.errors).toEqual([{ ...fault, detail: expect.stringMatching(/^[A-ZÀ-Ý\d].*\.$/) }]);
  expect(english.body.errors).toEqual([{ ...fault, detail: expect.stringMatching(/^[A-Z\d].*\.$/) }]);
  expect(french.body.errors[0].detail).not.toBe(english.body.errors[0].detail);
  expect(french.body.errors[0].detail).not.toMatch(/\/\^|\\d|undefined|Invalid/);
});

test("every fault of a body is told at once", async () => {
  const body = { ...(cohortCreate.example as object), startsOn: "2017-02-30", capacity: 3.5, nonsense: true };
  const { body: problem } = await admin(cohortCreate, { body });
  const pointers = problem.errors.map(({ pointer }: { pointer: string }) => pointer);
  expect(pointers.toSorted()).toEqual(["/capacity", "/nonsense", "/startsOn"]);
});
