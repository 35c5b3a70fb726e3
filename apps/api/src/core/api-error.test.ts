import { expect, test } from "vitest";
import { ApiError, type FaultText } from "./api-error.ts";

const fault = (fr: string, en: string): FaultText => ({ pointer: "/name", code: "wrong", detail: { fr, en } });
const first = fault("Ce jour est à venir.", "That day is yet to come.");
const second = fault("Cette personne n’existe pas.", "There is no such person.");

test("without a sentence of its own, an error says its fault, and how many come with it", () => {
  const detailOf = (...errors: FaultText[]) => new ApiError("enrolment_invalid", { errors }).detail;
  expect(detailOf(first)).toEqual(first.detail);
  expect(detailOf(first, second)).toEqual({
    fr: "Ce jour est à venir. Un autre point est à corriger.",
    en: "That day is yet to come. One more point needs correcting.",
  });
  expect(detailOf(first, second, second)).toEqual({
    fr: "Ce jour est à venir. 2 autres points sont à corriger.",
    en: "That day is yet to come. 2 more points need correcting.",
  });
});

test("its own sentence comes first, and its title when nothing else is said", () => {
  const detail = { fr: "Relisez.", en: "Look again." };
  expect(new ApiError("enrolment_invalid", { detail, errors: [first] }).detail).toEqual(detail);
  expect(new ApiError("enrolment_invalid").detail.fr).toBe("L’inscription ne tient pas.");
});
