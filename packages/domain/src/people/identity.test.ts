import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { identityKey, nameKey } from "./identity.ts";

const settings = { seed: 19900503, numRuns: 300 };

const eloise = { birthName: "Durand", givenName: "Éloïse", birthDate: "1990-05-03" };

test("Éloïse Durand, 3 May 1990, is eloise DURAND, 3 May 1990 (A2)", () => {
  const again = { birthName: "DURAND", givenName: "eloise", birthDate: "1990-05-03" };
  expect(identityKey(again)).toBe(identityKey(eloise));
  expect(nameKey(again)).toBe("durand eloise");
});

test.each([
  ["another birth name", { birthName: "Durant" }],
  ["another given name", { givenName: "Élise" }],
  ["another birth date", { birthDate: "1990-05-04" }],
])("%s is another person", (_, change) => {
  expect(identityKey({ ...eloise, ...change })).not.toBe(identityKey(eloise));
});

test("the same name on another day is the same name only: it warns (A2)", () => {
  expect(nameKey({ ...eloise, birthName: "durand" })).toBe(nameKey(eloise));
});

test.each([
  ["N'Guyen–Éloïse", "n’guyen eloise"],
  ["N'Guyen", "N Guyen"],
  ["Le Goff", "LE-GOFF"],
  ["Le-Goff", "Le\u2011Goff"],
  ["Le-Goff", "Le – Goff"],
  ["Le Goff", "  Le\u00a0 Goff "],
  ["Lœuillet", "LOEUILLET"],
  ["Ægidius", "aegidius"],
  ["Gruß", "GRUSS"],
  ["Łukaszewicz", "lukaszewicz"],
  ["Sørensen", "SORENSEN"],
  ["Ilıca", "ILICA"],
  ["İlker", "ilker"],
  ["François", "Franc\u0327ois"],
  ["D\u02bcAlmeida", "D'Almeida"],
  ["Du\u00adrand", "Durand"],
])("%s is written %s as well", (one, other) => {
  expect(identityKey({ ...eloise, birthName: one })).toBe(identityKey({ ...eloise, birthName: other }));
  expect(identityKey({ ...eloise, givenName: one })).toBe(identityKey({ ...eloise, givenName: other }));
});

test.each([
  ["a separator left out", "Legoff", "Le Goff"],
  ["another letter", "Martin", "Martine"],
  ["two names in another alphabet", "Иванов", "Петров"],
])("%s is another name", (_, one, other) => {
  expect(nameKey({ ...eloise, birthName: one })).not.toBe(nameKey({ ...eloise, birthName: other }));
});

test("where the birth name ends tells people apart, and warns all the same", () => {
  const compoundName = { birthName: "Martin Claude", givenName: "Anne", birthDate: "1990-05-03" };
  const compoundGiven = { ...compoundName, birthName: "Martin", givenName: "Claude Anne" };
  expect(identityKey(compoundGiven)).not.toBe(identityKey(compoundName));
  expect(nameKey(compoundGiven)).toBe(nameKey(compoundName));
});

test.each(["1990-02-30", "1990-13-01", "3 May 1990", ""])("%j is no birth date (G4)", (birthDate) => {
  expect(() => identityKey({ ...eloise, birthDate })).toThrow(RangeError);
});

describe("for any name", () => {
  const letters = Array.from("abcdefghijklmnopqrstuvwxyzàâäçéèêëîïôöùûüÿñœæ");
  const word = fc.array(fc.constantFrom(...letters), { minLength: 1, maxLength: 8 }).map((each) => each.join(""));
  const words = fc.array(word, { minLength: 1, maxLength: 3 });
  const separator = fc.constantFrom(" ", "-", "'", "’", "–", "\u2011", "\u00a0", " - ");
  const keyOf = (birthName: string) => identityKey({ ...eloise, birthName });

  test("case, accents and what stands between the words change nothing", () => {
    const property = fc.property(words, separator, separator, (parts, one, other) => {
      const name = parts.join(one);
      const again = parts.join(other);
      expect(keyOf(again.toUpperCase())).toBe(keyOf(name));
      expect(keyOf(again.normalize("NFD"))).toBe(keyOf(name));
      expect(keyOf(again.normalize("NFD").replaceAll(/\p{Mn}/gu, ""))).toBe(keyOf(name));
    });
    fc.assert(property, settings);
  });

  test("a key read as a name keeps its key", () => {
    const property = fc.property(words, words, (birth, given) => {
      const key = nameKey({ birthName: birth.join(" "), givenName: given.join("-") });
      expect(nameKey({ birthName: key, givenName: "" }).trim()).toBe(key);
    });
    fc.assert(property, settings);
  });
});
