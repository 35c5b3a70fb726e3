import { email as emailShape } from "@passerelle/contracts/common";

/** A new trainer as the form holds them: both ways to say who stay filled while one switches between them. */
export interface TrainerValues extends Record<string, unknown> {
  readonly kind: string;
  readonly personId: string;
  readonly givenName: string;
  readonly usualName: string;
  readonly email: string;
  readonly competencyIds: string[];
}

export const newTrainer: TrainerValues = {
  kind: "known",
  personId: "",
  givenName: "",
  usualName: "",
  email: "",
  competencyIds: [],
};

/** What is sent of it. */
export function trainerOf({ kind, personId, givenName, usualName, email, competencyIds }: TrainerValues) {
  if (kind === "known") return { personId, competencyIds };
  const address = email.trim() === "" ? {} : { email: email.trim() };
  return { givenName, usualName, ...address, competencyIds };
}

/** An address is optional; a wrong one is not. */
export function isAddress(typed: string): boolean {
  return typed.trim() === "" || emailShape.safeParse(typed.trim()).success;
}
