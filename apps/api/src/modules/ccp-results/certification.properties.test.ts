import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { aCohort } from "../../../test/builders.ts";
import { startApp, type TestApp } from "../../../test/client.ts";
import { anEnrolment } from "../../../test/people.ts";
import { ApiError } from "../../core/api-error.ts";
import { annulCcpResult } from "./annul-ccp-result.ts";
import { certificationOf } from "./certification.queries.ts";
import { recordCcpResult } from "./record-ccp-result.ts";

let app: TestApp;
let cohortId: string;
let titleVersionId: string;
beforeAll(async () => {
  app = await startApp();
  const cohort = await aCohort(app.ctx);
  cohortId = cohort.id;
  titleVersionId = cohort.programme.titleVersion.id;
  app.setNow("2018-03-10T09:00:00Z");
});
afterAll(() => app.close());

const ranks = ["no_ccp", "some_ccp", "all_ccp_without_title", "title"];

type Step =
  | { readonly kind: "record"; readonly blockCode: string | null; readonly obtained: boolean; readonly second: boolean }
  | { readonly kind: "annul"; readonly which: number };

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant("record" as const), // as: one of two kinds
      blockCode: fc.constantFrom("CCP1", "CCP2", "CCP3", null),
      obtained: fc.oneof({ weight: 5, arbitrary: fc.constant(true) }, { weight: 1, arbitrary: fc.constant(false) }),
      second: fc.boolean(),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("annul" as const), which: fc.nat(1_000) }) }, // as: the other
);

interface Entry {
  readonly blockCode: string | null;
  readonly obtained: boolean;
  annulled: boolean;
}

/** What the rules say, by counting entries: E9 and E11 in other words than the code's. */
class Model {
  readonly entries: Entry[] = [];

  holds(blockCode: string | null): boolean {
    return this.entries.some((entry) => entry.blockCode === blockCode && entry.obtained && !entry.annulled);
  }

  get rank(): number {
    const held = ["CCP1", "CCP2", "CCP3"].filter((code) => this.holds(code)).length;
    if (held < 3) return Math.min(held, 1);
    return this.holds(null) ? 3 : 2;
  }

  record(blockCode: string | null, obtained: boolean): string {
    if (blockCode === null && obtained && this.rank < 2) return "ccp_result_invalid";
    if (this.holds(blockCode)) return "ccp_already_held";
    this.entries.push({ blockCode, obtained, annulled: false });
    return "done";
  }

  annul(which: number): string {
    const entry = this.entries[which % this.entries.length];
    if (entry === undefined) return "not_found";
    if (entry.annulled) return "illegal_move";
    entry.annulled = true;
    return "done";
  }
}

/** The same steps done to one person with two enrolments in the database. */
class Stored {
  readonly ids: string[] = [];
  readonly personId: string;
  readonly enrolmentIds: readonly [string, string];

  constructor(personId: string, enrolmentIds: readonly [string, string]) {
    this.personId = personId;
    this.enrolmentIds = enrolmentIds;
  }

  static async create(): Promise<Stored> {
    const first = await anEnrolment(app.ctx, cohortId, { state: "dropped_out" });
    const second = await anEnrolment(app.ctx, cohortId, { personId: first.personId });
    return new Stored(first.personId, [first.enrolmentId, second.enrolmentId]);
  }

  async take(step: Step): Promise<string> {
    try {
      if (step.kind === "annul") {
        await annulCcpResult(
          app.ctx,
          this.ids[step.which % this.ids.length] ?? crypto.randomUUID(),
          { reason: "Erreur" },
          "*",
        );
        return "done";
      }
      const { blockCode, obtained, second } = step;
      const enrolmentId = this.enrolmentIds[second ? 1 : 0];
      const body = { enrolmentId, blockCode, obtained, reason: "Motif", decidedOn: "2018-03-06" };
      this.ids.push((await recordCcpResult(app.ctx, body)).id);
      return "done";
    } catch (error) {
      if (error instanceof ApiError) return error.code;
      throw error;
    }
  }

  async rank(): Promise<number> {
    const { state } = await certificationOf(app.ctx, this.personId, titleVersionId, { publishedOnly: false });
    return ranks.indexOf(state);
  }
}

test(
  "after any decisions and annulments the state is the model's, and only an annulment lowers it (E9, E11)",
  { timeout: 60_000 },
  async () => {
    const reached = new Set<string>();
    const property = fc.asyncProperty(fc.array(step, { minLength: 8, maxLength: 20 }), async (steps) => {
      const model = new Model();
      const stored = await Stored.create();
      let before = 0;
      for (const each of steps) {
        const expected = each.kind === "annul" ? model.annul(each.which) : model.record(each.blockCode, each.obtained);
        expect(await stored.take(each)).toBe(expected);
        const after = await stored.rank();
        expect(after).toBe(model.rank);
        expect(each.kind === "record" && after < before).toBe(false);
        if (after < before) reached.add(`${ranks[before]} lost`);
        reached.add(ranks[after] ?? "");
        before = after;
      }
      // Nothing is ever taken away: every decision is still there, with what became of it.
      const rows = await app.database.prisma.ccpResult.findMany({
        where: { personId: stored.personId },
        include: { block: true },
      });
      const kept = new Map(rows.map((row) => [row.id, row]));
      expect(
        stored.ids.map((id) => {
          const row = kept.get(id);
          return { blockCode: row?.block?.code ?? null, obtained: row?.obtained, annulled: row?.annulledOn !== null };
        }),
      ).toEqual(model.entries);
    });
    await fc.assert(property, { seed: 20180306, numRuns: 30 });
    // The steps drawn really went everywhere, and back.
    expect([...reached]).toEqual(expect.arrayContaining([...ranks, "title lost", "all_ccp_without_title lost"]));
  },
);
