import { describe, expect, test } from "vitest";
import type { z } from "zod";
import { birthDate, isoWeek, personName, phone, postcode } from "./common.ts";

/** Each rule a value breaks, once: what the caller is told. */
function broken(schema: z.ZodType, value: unknown): string[] {
  return (
    schema.safeParse(value).error?.issues.map(({ code, message }) => (code === "too_small" ? code : message)) ?? []
  );
}

describe("a person’s name (G5)", () => {
  test.each(["N'Guyen–Éloïse", "N’Guyen", "O", "Ñ", "Jean-Baptiste Jr.", "Le Goff", "Иванов", "E\u0301loi\u0308se"])(
    "%s is one",
    (name) => {
      expect(personName.parse(name)).toBe(name);
    },
  );

  test("spaces around it are dropped", () => expect(personName.parse("  Le Goff ")).toBe("Le Goff"));

  test.each([
    ["", ["too_small"]],
    ["   ", ["too_small"]],
    ["Durand 2", ["person_name"]],
    ["-Durand", ["person_name"]],
    ["\u0301Eloise", ["person_name"]],
    ["Durand\nÉloïse", ["person_name"]],
    ["<b>", ["person_name"]],
    ["durand@exemple.test", ["person_name"]],
  ])("%j is refused", (name, rules) => expect(broken(personName, name)).toEqual(rules));

  test("its length is a hundred signs at most", () => {
    expect(personName.safeParse("a".repeat(100)).success).toBe(true);
    expect(personName.safeParse("a".repeat(101)).success).toBe(false);
  });
});

describe("a birth date (G4)", () => {
  test.each(["1920-01-01", "1990-05-03", "2000-02-29"])("%s is one", (day) => expect(birthDate.parse(day)).toBe(day));

  test.each(["1919-12-31", "1900-01-01", "2100-01-01"])("%s is in no year covered", (day) => {
    expect(broken(birthDate, day)).toEqual(["birth_years"]);
  });

  test.each(["1990-02-30", "1999-02-29", "1990-13-01", "3 mai 1990", "1990-5-3", ""])("%j is no day", (day) => {
    expect(birthDate.safeParse(day).success).toBe(false);
  });
});

describe("an ISO week (P4)", () => {
  test.each(["2017-W01", "2017-W24", "2017-W52", "2020-W53", "2015-W53", "2026-W53"])("%s is one", (week) => {
    expect(isoWeek.parse(week)).toBe(week);
  });

  test.each(["2017-W53", "2021-W53", "2017-W00", "2017-W54", "2017-24", "2017-w24", "1999-W01", "2100-W01", ""])(
    "%j is none",
    (week) => {
      expect(broken(isoWeek, week)).toEqual(["iso_week"]);
    },
  );

  test("the years with a 53rd are those of the calendar", () => {
    const long = Array.from({ length: 100 }, (_, n) => 2000 + n).filter(
      (year) => Temporal.PlainDate.from(`${year}-12-28`).weekOfYear === 53, // 28 December is always in the last week
    );
    const accepted = Array.from({ length: 100 }, (_, n) => 2000 + n).filter(
      (year) => isoWeek.safeParse(`${year}-W53`).success,
    );
    expect(accepted).toEqual(long);
    expect(long).toHaveLength(18);
  });
});

describe("a postcode and a phone number (G5)", () => {
  test.each(["34000", "01000", "97400"])("%s is a postcode", (code) => expect(postcode.parse(code)).toBe(code));
  test.each(["3400", "340000", "2A004", "34 000", ""])("%j is none", (code) => {
    expect(broken(postcode, code)).toEqual(["postcode"]);
  });

  test.each(["04 00 00 00 00", "+33 4 00 00 00 00", "04.00.00.00.00", "0400000000"])("%s is a number", (number) => {
    expect(phone.parse(number)).toBe(number);
  });
  test.each(["quatre", "04", "04-00-00-00-00", "+", "0".repeat(20), ""])("%j is none", (number) => {
    expect(broken(phone, number)).toEqual(["phone"]);
  });
});
