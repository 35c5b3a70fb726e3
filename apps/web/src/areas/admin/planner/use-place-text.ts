import type { HalfDay } from "@passerelle/contracts/plans";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../../format/use-format.ts";
import type { Lane } from "./lanes.ts";

/** When, where and with whom, in words. */
export function usePlaceText() {
  const { t } = useTranslation();
  const format = useFormat();
  const when = ({ day, slot }: Pick<HalfDay, "day" | "slot">) => `${format.day(day, "weekday")}, ${t(`slot.${slot}`)}`;
  const room = ({ room: its, remote }: HalfDay) =>
    remote ? t("resources.remote") : (its?.name ?? t("resources.noRoom"));
  const trainer = ({ trainer: its }: HalfDay) => its?.name ?? t("resources.noTrainer");
  return {
    when,
    room,
    trainer,
    whole: (halfDay: HalfDay) => [when(halfDay), room(halfDay), trainer(halfDay)].join(", "),
    lane: ({ kind, name }: Lane) => {
      if (kind === "room" || kind === "trainer") return name ?? "";
      return t(`planner.lane.${kind}`);
    },
  };
}
