import { NativeSelect, Radio } from "@mantine/core";
import type { UseFormReturnType } from "@mantine/form";
import type { Cohort } from "@passerelle/contracts/cohorts";
import type { HalfDay } from "@passerelle/contracts/plans";
import { useTranslation } from "react-i18next";
import { DayField } from "../../../components/DayField.tsx";
import { NONE, THE_SAME, type Cancelling } from "./cancellation.ts";
import { distinctName } from "./candidates.ts";
import { DayOffReason } from "./DayOffReason.tsx";
import { isDayOff, objectionsTo, type Limits } from "./move-target.ts";
import { useCandidates } from "./use-candidates.ts";
import { useObjectionText } from "./use-objection-text.ts";

interface ReplacementFieldsProps {
  readonly form: UseFormReturnType<Cancelling>;
  readonly cohort: Cohort;
  readonly halfDay: HalfDay;
  readonly limits: Limits;
}

/** When a cancelled half-day is held instead, with whom and where. */
export function ReplacementFields({ form, cohort, halfDay, limits }: ReplacementFieldsProps) {
  const { t } = useTranslation();
  const objectionText = useObjectionText();
  const trainers = useCandidates("trainer", cohort, [halfDay]) ?? [];
  const rooms = useCandidates("room", cohort, [halfDay]) ?? [];
  const { day } = form.values.replacement;
  const [objection] = objectionsTo(day === "" ? [] : [day], limits, () => undefined);
  return (
    <>
      <DayField
        label={t("cancelHalfDay.replacementDay")}
        {...form.getInputProps("replacement.day")}
        hint={objection === undefined ? undefined : objectionText(objection)}
      />
      <Radio.Group label={t("move.half")} {...form.getInputProps("replacement.slot")}>
        <Radio value="am" label={t("slot.am")} mt="xs" />
        <Radio value="pm" label={t("slot.pm")} mt="xs" />
      </Radio.Group>
      <NativeSelect
        label={t("staff.label.trainer")}
        data={[
          { value: THE_SAME, label: t("staff.same", { name: halfDay.trainer?.name ?? t("staff.nobody.trainer") }) },
          ...others(trainers, halfDay.trainer),
          ...(halfDay.trainer === null ? [] : [{ value: NONE, label: t("staff.nobody.trainer") }]),
        ]}
        {...form.getInputProps("replacement.trainerId")}
      />
      <NativeSelect
        label={t("staff.label.room")}
        data={[
          { value: THE_SAME, label: t("staff.same", { name: roomName() }) },
          ...others(rooms, halfDay.room),
          ...(halfDay.room === null ? [] : [{ value: NONE, label: t("staff.nobody.room") }]),
        ]}
        {...form.getInputProps("replacement.roomId")}
      />
      {objection !== undefined && isDayOff(objection) && (
        <DayOffReason {...form.getInputProps("replacement.overrideReason")} />
      )}
    </>
  );

  function roomName(): string {
    return halfDay.remote ? t("staff.remote") : (halfDay.room?.name ?? t("staff.nobody.room"));
  }
}

function others(
  candidates: readonly { readonly id: string; readonly name: string; readonly siteName?: string }[],
  now: { readonly id: string } | null,
) {
  return candidates
    .filter(({ id }) => id !== now?.id)
    .map((each) => ({ value: each.id, label: distinctName(each, candidates) }));
}
