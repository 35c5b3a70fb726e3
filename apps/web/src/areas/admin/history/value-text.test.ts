import { describe, expect, it } from "vitest";
import { valueText, type ValueWords } from "./value-text.ts";

const ID = "01890a5d-ac96-774b-bcce-b302099a8057";

const words: ValueWords = {
  day: (day) => `le ${day}`,
  time: (time) => time.replace(":", " h "),
  weekday: (weekday) => ["", "lundi", "mardi"][weekday] ?? "?",
  hours: (minutes) => `${minutes / 60} h`,
  money: (cents) => `${cents / 100} €`,
  number: (value) => String(value),
  yesNo: (value) => (value ? "oui" : "non"),
  slot: (slot) => ({ am: "matin", pm: "après-midi" })[slot],
  code: (field, value) => (field === "state" && value === "in_training" ? "En formation" : null),
  list: (items) => items.join(", "),
  count: (count) => `${count} éléments`,
  others: (count) => `${count} autres`,
  none: "–",
};

describe("a value in words", () => {
  it.each<[string, unknown, string]>([
    ["reason", null, "–"],
    ["equipment", [], "–"],
    ["accessible", true, "oui"],
    ["capacity", 14, "14"],
    ["theoryMinutes", 420, "7 h"],
    ["amountCents", 372_400, "3724 €"],
    ["startsOn", "2017-05-16", "le 2017-05-16"],
    ["startsAt", "2017-05-16T09:00", "le 2017-05-16, 09 h 00"],
    ["state", "in_training", "En formation"],
    ["state", "somewhere", "somewhere"],
    ["reason", "Salle inondée", "Salle inondée"],
    ["weekdays", [1, 2], "lundi, mardi"],
    ["competencyIds", [ID, ID], "2 éléments"],
    ["room", { id: ID, name: "Salle verte" }, "Salle verte"],
    ["prescribed", [{ blockCode: "CCP1", minutes: 4620 }], "CCP1 77 h"],
    ["minutes", { "2017-06-12": 420, "2017-06-13": 210 }, "le 2017-06-12 7 h, le 2017-06-13 3.5 h"],
    ["contacts", [{ role: "x", name: "Camille", email: "c@exemple.test", phone: null }], "x, Camille, c@exemple.test"],
    ["blocks", [{ code: "CCP1", minutes: 4620, examHalfDays: 2, isExample: true }], "CCP1 77 h"],
    ["tariffs", [{ a: "1", b: "2", c: "3", d: "4", e: "5", f: "6" }], "1 éléments"],
    ["notes", ["x".repeat(61), "court"], `${"x".repeat(61)}\ncourt`],
    ["blocks", [{ code: "CCP1", competencies: [{ code: "C1" }] }], "1 éléments"],
  ])("%s %j reads %s", (field, value, text) => {
    expect(valueText(field, value, words)).toBe(text);
  });

  it("of half-days says where they are and what else is told of each", () => {
    const place = { id: ID, day: "2017-05-16", slot: "am", room: { id: ID, name: "Salle verte" }, trainer: null };
    expect(valueText("halfDays", [place], words)).toBe("le 2017-05-16 (matin) · Salle verte");
  });

  it("of a long list counts the rest", () => {
    expect(
      valueText(
        "days",
        Array.from({ length: 9 }, () => "2017-05-16"),
        words,
      ),
    ).toMatch(/, 3 autres$/);
  });
});
