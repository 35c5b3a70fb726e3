import type { TrainingProvider } from "@passerelle/contracts/training-provider";

interface ContactValues {
  readonly role: "pedagogical" | "administrative";
  readonly name: string;
  readonly email: string;
  readonly phone: string;
  readonly hours: string;
}

/** The provider as its form holds it; what is empty is unknown. */
export interface ProviderValues extends Record<string, unknown> {
  readonly name: string;
  readonly siret: string;
  readonly activityNumber: string;
  /** One line under the other. */
  readonly addressLines: string;
  readonly contacts: ContactValues[];
}

export function valuesOf(provider: TrainingProvider): ProviderValues {
  return {
    name: provider.name,
    siret: provider.siret ?? "",
    activityNumber: provider.activityNumber ?? "",
    addressLines: provider.addressLines.join("\n"),
    contacts: provider.contacts.map(({ role, name, email, phone, hours }) => ({
      role,
      name,
      email: email ?? "",
      phone: phone ?? "",
      hours: hours ?? "",
    })),
  };
}

export function bodyOf(values: ProviderValues) {
  return {
    name: values.name,
    siret: digits(values.siret),
    activityNumber: digits(values.activityNumber),
    addressLines: values.addressLines
      .split("\n")
      .map((line) => line.trim())
      .filter((line) => line !== ""),
    contacts: values.contacts.map(({ role, name, email, phone, hours }) => ({
      role,
      name,
      email: orNull(email),
      phone: orNull(phone),
      hours: orNull(hours),
    })),
  };
}

/** A number typed in groups, without its spaces. */
export function digits(text: string): string | null {
  return orNull(text.replaceAll(/\s/g, ""));
}

export function orNull(text: string): string | null {
  const trimmed = text.trim();
  return trimmed === "" ? null : trimmed;
}
