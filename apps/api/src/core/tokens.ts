import { createHash, randomBytes } from "node:crypto";

/** An opaque secret of 256 random bits, and the hash that is stored of it. */
export function newSecret(prefix = ""): { secret: string; hash: Uint8Array<ArrayBuffer> } {
  const secret = prefix + randomBytes(32).toString("base64url");
  return { secret, hash: hashOf(secret) };
}

/** SHA-256 is enough for a secret that cannot be guessed. */
export function hashOf(secret: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(createHash("sha256").update(secret).digest());
}
