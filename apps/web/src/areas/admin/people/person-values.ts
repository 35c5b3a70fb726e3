import type { Person } from "@passerelle/contracts/people";

/** A person as the form holds them: what is empty is unknown. */
export interface PersonValues extends Record<string, unknown> {
  readonly birthName: string;
  readonly givenName: string;
  readonly usualName: string;
  readonly birthDate: string;
  readonly birthPlace: string;
  readonly email: string;
  readonly phone: string;
  readonly postcode: string;
  readonly city: string;
}

export const nobody: PersonValues = {
  birthName: "",
  givenName: "",
  usualName: "",
  birthDate: "",
  birthPlace: "",
  email: "",
  phone: "",
  postcode: "",
  city: "",
};

export function valuesOf(person: Person): PersonValues {
  return {
    birthName: person.birthName ?? "",
    givenName: person.givenName,
    usualName: person.usualName,
    birthDate: person.birthDate ?? "",
    birthPlace: person.birthPlace ?? "",
    email: person.email ?? "",
    phone: person.phone ?? "",
    postcode: person.postcode ?? "",
    city: person.city ?? "",
  };
}

/** What adding a person sends; without a usual name, the birth name serves. */
export function newPerson(values: PersonValues) {
  const { birthName, givenName, usualName, birthDate } = values;
  const usual = usualName.trim() === "" ? {} : { usualName };
  return { birthName, givenName, birthDate, ...usual, ...contactsOf(values) };
}

/** What correcting a person sends: names and birth only where they were changed, since staff may have none of them. */
export function correctedPerson(before: PersonValues, values: PersonValues) {
  const { birthName, givenName, usualName, birthDate } = values;
  return {
    ...(birthName === before.birthName ? {} : { birthName }),
    ...(givenName === before.givenName ? {} : { givenName }),
    ...(usualName === before.usualName ? {} : { usualName }),
    ...(birthDate === before.birthDate ? {} : { birthDate }),
    ...contactsOf(values),
  };
}

function contactsOf({ birthPlace, email, phone, postcode, city }: PersonValues) {
  return {
    birthPlace: orNull(birthPlace),
    email: orNull(email),
    phone: orNull(phone),
    postcode: orNull(postcode),
    city: orNull(city),
  };
}

function orNull(text: string): string | null {
  return text.trim() === "" ? null : text.trim();
}
