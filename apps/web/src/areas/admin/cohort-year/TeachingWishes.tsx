import { Radio, TextInput } from "@mantine/core";
import type { UseFormReturnType } from "@mantine/form";
import type { Cohort } from "@passerelle/contracts/cohorts";
import type { PlanProof } from "@passerelle/contracts/plans";
import type { Room } from "@passerelle/contracts/rooms";
import type { Trainer } from "@passerelle/contracts/trainers";
import { useTranslation } from "react-i18next";
import { DayField } from "../../../components/DayField.tsx";
import { useFormat } from "../../../format/use-format.ts";
import { roomCandidates } from "./candidates.ts";
import { FormSection } from "./FormSection.tsx";
import { OrderedChoice } from "./OrderedChoice.tsx";
import { isWeight, teachersOf, type Wishes } from "./wishes.ts";

interface WishesProps {
  readonly form: UseFormReturnType<Wishes>;
  readonly blocks: PlanProof["blocks"];
}

/** Certification days that are not ours to choose. */
export function ExamDayWishes({ form }: Pick<WishesProps, "form">) {
  const { t } = useTranslation();
  const format = useFormat();
  const { examDays } = form.values;
  const fixed = examDays.filter((day) => day !== "");
  if (examDays.length === 0) return null;
  return (
    <FormSection
      title={t("propose.examDays")}
      summary={fixed.length === 0 ? t("propose.examDaysFree") : fixed.map((day) => format.day(day)).join(", ")}
    >
      {examDays.map((day, index) => (
        <DayField
          // A day is known by its place among the others, even when it changes.
          // oxlint-disable-next-line react/no-array-index-key
          key={index}
          label={t("propose.examDay", { number: index + 1 })}
          value={day}
          error={form.errors[`examDays.${index}`]}
          onChange={({ currentTarget }) => form.setFieldValue("examDays", examDays.with(index, currentTarget.value))}
        />
      ))}
    </FormSection>
  );
}

/** Block after block, or side by side, each at its own pace. */
export function OrderWishes({ form, blocks }: WishesProps) {
  const { t } = useTranslation();
  const { order, weights } = form.values;
  return (
    <FormSection
      title={t("propose.order")}
      summary={t(`propose.orders.${order}`)}
      isAtFault={form.errors["weights"] !== undefined}
    >
      <Radio.Group aria-label={t("propose.order")} {...form.getInputProps("order")}>
        <Radio value="sequence" label={t("propose.orders.sequence")} mt="xs" />
        <Radio value="interleaved" label={t("propose.orders.interleaved")} mt="xs" />
      </Radio.Group>
      {order === "interleaved" &&
        blocks.map(({ code }) => (
          <TextInput
            key={code}
            label={t("propose.weight", { code })}
            description={t("propose.weightHint")}
            inputMode="numeric"
            maxLength={3}
            value={weights[code] ?? ""}
            error={
              form.errors["weights"] !== undefined && !isWeight(weights[code] ?? "")
                ? form.errors["weights"]
                : undefined
            }
            onChange={({ currentTarget }) => form.setFieldValue("weights", { ...weights, [code]: currentTarget.value })}
          />
        ))}
    </FormSection>
  );
}

/** Who teaches each block. */
export function TrainerWishes({
  form,
  blocks,
  cohort,
  trainers,
}: WishesProps & { readonly cohort: Cohort; readonly trainers: readonly Trainer[] }) {
  const { t } = useTranslation();
  const chosen = form.values.trainers;
  const count = new Set(Object.values(chosen).flat()).size;
  return (
    <FormSection
      title={t("propose.who")}
      summary={count === 0 ? t("propose.nobody") : t("propose.trainers", { count })}
    >
      {blocks.map((block) => (
        <OrderedChoice
          key={block.code}
          label={`${block.code} — ${block.shortTitle}`}
          items={teachersOf(block, trainers, cohort.programme.titleVersion.code)}
          value={chosen[block.code] ?? []}
          onChange={(ids) => form.setFieldValue("trainers", { ...chosen, [block.code]: ids })}
          none={t("propose.nobodyTeaches")}
        />
      ))}
    </FormSection>
  );
}

/** In which rooms. */
export function RoomWishes({
  form,
  cohort,
  rooms,
}: Pick<WishesProps, "form"> & { readonly cohort: Cohort; readonly rooms: readonly Room[] }) {
  const { t } = useTranslation();
  const { length: count } = form.values.rooms;
  const candidates = roomCandidates(rooms, cohort.site?.id ?? null, cohort.capacity);
  return (
    <FormSection title={t("propose.where")} summary={count === 0 ? t("propose.noRoom") : t("propose.rooms", { count })}>
      <OrderedChoice
        label={t("propose.roomsLabel")}
        items={candidates.map(({ id, name, siteName, capacity, isTooSmall }) => ({
          id,
          name,
          about: `${siteName} · ${t(isTooSmall ? "staff.tooFewSeats" : "staff.seats", { count: capacity })}`,
        }))}
        value={form.values.rooms}
        onChange={(ids) => form.setFieldValue("rooms", ids)}
        none={t("propose.noRoomYet")}
      />
    </FormSection>
  );
}
