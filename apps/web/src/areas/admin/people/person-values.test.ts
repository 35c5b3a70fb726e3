import { describe, expect, it } from "vitest";
import { correctedPerson, newPerson, nobody } from "./person-values.ts";

const unknown = { birthPlace: null, email: null, phone: null, postcode: null, city: null };

describe("a person as the form sends them", () => {
  it("leaves the usual name to the server when none was typed", () => {
    const values = { ...nobody, birthName: "Exemple", givenName: "Éloïse", usualName: " ", birthDate: "1990-05-03" };
    expect(newPerson(values)).toEqual({
      birthName: "Exemple",
      givenName: "Éloïse",
      birthDate: "1990-05-03",
      ...unknown,
    });
  });

  it("takes an emptied contact for an unknown one", () => {
    expect(correctedPerson({ ...nobody, phone: "04 00 00 00 00" }, { ...nobody, phone: " " })).toEqual(unknown);
  });

  it("corrects only the names and birth that were changed", () => {
    const before = { ...nobody, givenName: "Sacha", usualName: "Exemple", city: "Sète" };
    const after = { ...before, usualName: "Modèle", birthName: "Modèle" };
    expect(correctedPerson(before, after)).toEqual({
      ...unknown,
      birthName: "Modèle",
      usualName: "Modèle",
      city: "Sète",
    });
  });
});
