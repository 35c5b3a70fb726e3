import { expect, it } from "vitest";
import { fieldsOf, linesOf } from "./room-values.ts";

it("the lines of a text are trimmed, each said once", () => {
  expect(linesOf(" vidéoprojecteur \n\nTableau blanc\r\nVidéoprojecteur\n")).toEqual([
    "vidéoprojecteur",
    "Tableau blanc",
  ]);
  expect(linesOf("  \n")).toEqual([]);
});

it("a room is sent as what was typed means", () => {
  expect(fieldsOf({ name: " Salle Garrigue ", capacity: "14", equipment: "écran", accessible: "yes" })).toEqual({
    name: "Salle Garrigue",
    capacity: 14,
    equipment: ["écran"],
    accessible: true,
  });
});
