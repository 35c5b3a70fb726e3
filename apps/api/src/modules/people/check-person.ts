import { ApiError, type FaultText } from "../../core/api-error.ts";
import { today } from "../../core/civil-day.ts";
import type { Ctx } from "../../core/ctx.ts";
import type { PersonNames } from "./person-keys.ts";

/** Refuses a birth to come and a birth date without a birth name (G4, A2), every fault at once. */
export function checkPerson(ctx: Ctx, { birthName, birthDate }: PersonNames): void {
  const faults: FaultText[] = [];
  if (birthDate !== null && birthDate > today(ctx)) {
    const detail = { fr: "Cette date de naissance est à venir.", en: "This birth date is yet to come." };
    faults.push({ pointer: "/birthDate", code: "birth_to_come", detail });
  }
  if (birthDate !== null && birthName === null) {
    const detail = {
      fr: "Donnez aussi le nom de naissance : avec la date, il dit de qui il s’agit.",
      en: "Give the birth name too: with the date it tells who this is.",
    };
    faults.push({ pointer: "/birthName", code: "birth_name_missing", detail });
  }
  if (faults.length > 0) throw new ApiError("person_invalid", { errors: faults });
}

/**
 * 409 when somebody else has this identity (A2). Two written at once wait for each other here, so that the second can
 * name the first; the unique index stands behind.
 */
export async function checkIdentity(ctx: Ctx, identityKey: string | null, self?: string): Promise<void> {
  if (identityKey === null) return;
  await ctx.db.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${identityKey}, 0))`;
  const known = await ctx.db.person.findUnique({ where: { identityKey }, select: { id: true } });
  if (known === null || known.id === self) return;
  const detail = {
    fr: "Une personne de même nom de naissance, même prénom et même date de naissance existe déjà. Ouvrez sa fiche.",
    en: "A person with the same birth name, given name and birth date already exists. Open their record.",
  };
  throw new ApiError("already_exists", {
    detail,
    errors: [{ pointer: "/birthName", code: "already_exists", detail }],
    facts: { personId: known.id },
  });
}
