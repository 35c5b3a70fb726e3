import type { EnrolmentRoute, EnrolmentState } from "@passerelle/contracts/enrolments";
import { identityKey, nameKey } from "@passerelle/domain/people/identity";
import type { Ctx } from "../src/core/ctx.ts";
import { newSecret } from "../src/core/tokens.ts";
import { toColumn } from "../src/core/civil-day.ts";
import type { Client, TestApp } from "./client.ts";

let people = 0;

/** A person nobody else is. */
export async function aPerson({ db }: Ctx, names: { givenName?: string; birthName?: string } = {}): Promise<string> {
  people += 1;
  const birthName = names.birthName ?? `Exemple ${letters(people)}`;
  const givenName = names.givenName ?? "Amel";
  const birthDate = "1990-05-03";
  const { id } = await db.person.create({
    data: {
      givenName,
      birthName,
      usualName: birthName,
      birthDate: toColumn(birthDate),
      identityKey: identityKey({ birthName, givenName, birthDate }),
      nameKey: nameKey({ birthName, givenName }),
    },
  });
  return id;
}

function letters(number: number): string {
  return [...String(number)].map((digit) => "ABCDEFGHIJ"[Number(digit)] ?? "").join("");
}

export interface EnrolmentWish {
  readonly personId?: string;
  readonly route?: EnrolmentRoute;
  readonly state?: EnrolmentState;
  readonly placement?: "required" | "waived" | "not_applicable";
}

/** A person enrolled in a cohort, in training since its first day unless said otherwise. */
export async function anEnrolment({ db }: Ctx, cohortId: string, wish: EnrolmentWish = {}) {
  const personId = wish.personId ?? (await aPerson({ db } as Ctx)); // as: only its database is used
  const cohort = await db.cohort.findUniqueOrThrow({
    where: { id: cohortId },
    include: { programme: { include: { blocks: true } } },
  });
  const route = wish.route ?? "fpc";
  const { id } = await db.enrolment.create({
    data: {
      personId,
      cohortId,
      route,
      state: wish.state ?? "in_training",
      stateSince: cohort.startsOn,
      placement: wish.placement ?? (route === "vae" ? "not_applicable" : "required"),
      blocks: {
        create: cohort.programme.blocks.map(({ blockId, minutes }) => ({
          blockId,
          prescribedMinutes: route === "vae" ? 0 : minutes,
        })),
      },
    },
  });
  return { enrolmentId: id, personId };
}

/** A way in for a person, as a trainee, signed in. */
export async function asTrainee(app: TestApp, personId: string): Promise<Client> {
  const { secret, hash } = newSecret();
  await app.ctx.db.user.create({
    data: {
      personId,
      email: `${crypto.randomUUID()}@exemple.test`,
      roles: ["trainee"],
      tokens: { create: { kind: "sign_in", hash } },
    },
  });
  return app.with({ cookie: `passerelle=${secret}` });
}

/** A trainee in a cohort with a way in. */
export async function aTrainee(app: TestApp, cohortId: string, wish: EnrolmentWish = {}) {
  const enrolled = await anEnrolment(app.ctx, cohortId, wish);
  return { ...enrolled, client: await asTrainee(app, enrolled.personId) };
}

/** A CCP obtained in the first block of the enrolment's edition, not published yet. */
export async function aCcpResult({ db }: Ctx, enrolmentId: string): Promise<{ ccpResultId: string }> {
  const { personId, cohort } = await db.enrolment.findUniqueOrThrow({
    where: { id: enrolmentId },
    include: { cohort: { include: { programme: { include: { titleVersion: { include: { blocks: true } } } } } } },
  });
  const { id: titleVersionId, blocks } = cohort.programme.titleVersion;
  const blockId = blocks.toSorted((a, b) => a.position - b.position)[0]?.id ?? null;
  const { id } = await db.ccpResult.create({
    data: {
      personId,
      enrolmentId,
      titleVersionId,
      blockId,
      obtained: true,
      reason: "Réseau bien décrit",
      decidedOn: cohort.startsOn,
    },
  });
  return { ccpResultId: id };
}
