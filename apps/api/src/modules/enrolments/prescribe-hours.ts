import type { Enrolment, enrolmentPrescribe } from "@passerelle/contracts/enrolments";
import type { InputOf } from "@passerelle/contracts/http";
import { checkPrescribed } from "@passerelle/domain/path/prescribed";
import type { Ctx } from "../../core/ctx.ts";
import type { IfMatch } from "../../http/conditional.ts";
import { changeEnrolment } from "./change-enrolment.ts";
import { refusePrescribed } from "./enrolment-faults.ts";
import { presentEnrolment } from "./enrolments.present.ts";

/** Sets the minutes prescribed in every block of the programme. */
export function prescribeHours(
  ctx: Ctx,
  enrolmentId: string,
  { prescribed, reason }: InputOf<typeof enrolmentPrescribe>["body"],
  ifMatch: IfMatch,
): Promise<Enrolment> {
  return changeEnrolment(ctx, enrolmentId, ifMatch, async (ctx, row) => {
    const blocks = row.cohort.programme.blocks;
    const programme = blocks.map(({ block, minutes }) => ({ code: block.code, minutes }));
    refusePrescribed(checkPrescribed(prescribed, programme, row.route));
    const before = presentEnrolment(ctx, row).prescribed.map(({ blockCode, prescribedMinutes }) => ({
      blockCode,
      minutes: prescribedMinutes,
    }));
    const said = new Map(prescribed.map(({ blockCode, minutes }) => [blockCode, minutes]));
    const after = before.map(({ blockCode }) => ({ blockCode, minutes: said.get(blockCode) ?? 0 }));
    if (after.every(({ minutes }, index) => minutes === before[index]?.minutes)) return null;
    for (const { blockId, block } of blocks) {
      const prescribedMinutes = said.get(block.code) ?? 0;
      await ctx.db.enrolmentBlock.upsert({
        where: { enrolmentId_blockId: { enrolmentId: row.id, blockId } },
        create: { enrolmentId: row.id, blockId, prescribedMinutes },
        update: { prescribedMinutes },
      });
    }
    return { type: "enrolment.prescribed", from: { prescribed: before }, to: { prescribed: after, reason } };
  });
}
