import { hash, verify } from "@node-rs/argon2";
import type { Text } from "../../core/text.ts";

/** argon2id with the library's defaults. */
export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize("NFC"));
}

/** A hash of nothing anyone knows, so that an unknown address takes as long to refuse as a wrong password. */
const nobody = hashPassword(crypto.randomUUID());

/** Whether the password is this account's; takes the same time when there is no account or no password. */
export async function isPassword(passwordHash: string | null | undefined, password: string): Promise<boolean> {
  const matches = await verify(passwordHash ?? (await nobody), password.normalize("NFC"));
  return matches && typeof passwordHash === "string";
}

/** Why a password is too easy to guess, or null. Its length is checked by the contract. */
export function weakness(password: string, email: string): Text | null {
  const plain = password.toLowerCase();
  if (new Set(plain).size < 5) {
    return { fr: "Utilisez au moins cinq caractères différents.", en: "Use at least five different characters." };
  }
  const name = email.split("@")[0] ?? "";
  if (plain.includes(email) || (name.length >= 4 && plain.replaceAll(name, "").length < 8)) {
    return {
      fr: "Le mot de passe ne doit pas reprendre votre adresse.",
      en: "The password must not repeat your address.",
    };
  }
  return null;
}
