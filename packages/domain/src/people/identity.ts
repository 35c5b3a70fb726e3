import { civilDayAt, dayNumberOf, type CivilDay } from "../time.ts";

export interface PersonName {
  readonly birthName: string;
  readonly givenName: string;
}

export interface PersonIdentity extends PersonName {
  readonly birthDate: CivilDay;
}

/** Letters Unicode does not take apart into a plain letter and an accent. */
export const plainLetters: Readonly<Record<string, string>> = {
  œ: "oe",
  æ: "ae",
  ß: "ss",
  ø: "o",
  ł: "l",
  đ: "d",
  ı: "i",
};

/**
 * What one human is told apart by (A2): the same key is the same person. `RangeError` when the birth date is no civil day.
 * The bar keeps a compound given name from being read as the end of the birth name.
 */
export function identityKey({ birthName, givenName, birthDate }: PersonIdentity): string {
  return [folded(birthName), folded(givenName), civilDayAt(dayNumberOf(birthDate))].join("|");
}

/** The name alone, which only warns (A2): wherever the birth name is said to end, it is the same. */
export function nameKey({ birthName, givenName }: PersonName): string {
  return `${folded(birthName)} ${folded(givenName)}`;
}

/** A name in plain lower-case letters; whatever stands between its words (space, hyphen, apostrophe) is one space. */
export function folded(name: string): string {
  return name
    .normalize("NFKD")
    .toLowerCase()
    .replaceAll(/[\u0300-\u036f\p{Cf}]/gu, "")
    .replaceAll(/[œæßøłđı]/gu, (letter) => plainLetters[letter] ?? letter)
    .replaceAll(/[^\p{Ll}\p{Lo}\p{M}\p{N}]+/gu, " ")
    .trim();
}
