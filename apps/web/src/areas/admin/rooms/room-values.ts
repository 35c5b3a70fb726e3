import type { Room } from "@passerelle/contracts/rooms";

/** A room as its form holds it: what is typed, not yet what it means. */
export interface RoomValues extends Record<string, unknown> {
  readonly name: string;
  readonly capacity: string;
  /** One thing a line. */
  readonly equipment: string;
  readonly accessible: string;
}

/** Whether a wheelchair gets in is asked, never assumed. */
export const newRoom: RoomValues = { name: "", capacity: "", equipment: "", accessible: "" };

export function valuesOf({ name, capacity, equipment, accessible }: Room): RoomValues {
  return {
    name,
    capacity: String(capacity),
    equipment: equipment.join("\n"),
    accessible: accessible ? "yes" : "no",
  };
}

/** What adding and changing both send: each thing once, however it was typed. */
export function fieldsOf({ name, capacity, equipment, accessible }: RoomValues) {
  return {
    name: name.trim(),
    capacity: Number(capacity),
    equipment: linesOf(equipment),
    accessible: accessible === "yes",
  };
}

/** The lines of a text, trimmed; empty ones and those said before, case apart, are left out. */
export function linesOf(text: string): string[] {
  const lines = text.split(/\r?\n/).map((line) => line.trim());
  const first = (line: string, index: number) =>
    lines.findIndex((other) => other.toLocaleLowerCase("fr") === line.toLocaleLowerCase("fr")) === index;
  return lines.filter((line, index) => line !== "" && first(line, index));
}
