import type { PlanDraft } from "@passerelle/contracts/plans";
import { useTranslation } from "react-i18next";
import { BlockTag } from "../../../components/BlockTag.tsx";
import { useFormat } from "../../../format/use-format.ts";
import { Card } from "../../../ui/Card.tsx";
import classes from "./ProposedSessions.module.css";

type DraftHalfDay = PlanDraft["examHalfDays"][number];

interface ProposedSessionsProps {
  readonly draft: PlanDraft;
  /** The names of trainers and rooms, by their identifier. */
  readonly names: ReadonlyMap<string, string>;
  readonly looks: ReadonlyMap<string, string>;
}

/** The sessions proposed, each with who teaches and where; opened, half-day by half-day. */
export function ProposedSessions({ draft, names, looks }: ProposedSessionsProps) {
  const { t } = useTranslation();
  const groups = [
    ...draft.sessions.map(({ halfDays }, index) => ({
      name: t("year.session", { number: index + 1 }),
      halfDays,
      isExam: false,
    })),
    ...(draft.examHalfDays.length > 0 ? [{ name: t("year.exam"), halfDays: draft.examHalfDays, isExam: true }] : []),
  ];
  return (
    <Card title={t("propose.sessions")}>
      <ol className={classes.sessions}>
        {groups.map(({ name, halfDays, isExam }) => (
          <li key={name}>
            <ProposedSession name={name} halfDays={halfDays} isExam={isExam} names={names} looks={looks} />
          </li>
        ))}
      </ol>
    </Card>
  );
}

interface ProposedSessionProps extends Omit<ProposedSessionsProps, "draft"> {
  readonly name: string;
  readonly halfDays: readonly DraftHalfDay[];
  readonly isExam: boolean;
}

/** How many proposed half-days nobody teaches yet, or have no room. */
function openIn(halfDays: readonly DraftHalfDay[], isExam: boolean): { trainer: number; room: number } {
  return {
    trainer: isExam ? 0 : halfDays.filter(({ trainerId }) => typeof trainerId !== "string").length,
    room: halfDays.filter(({ roomId, remote }) => typeof roomId !== "string" && remote !== true).length,
  };
}

function ProposedSession({ name, halfDays, isExam, names, looks }: ProposedSessionProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const days = halfDays.map(({ day }) => day).toSorted();
  const open = openIn(halfDays, isExam);
  const staff = [...new Set(halfDays.flatMap(({ trainerId, roomId }) => [trainerId, roomId]))]
    .flatMap((id) => (typeof id === "string" ? [names.get(id) ?? ""] : []))
    .join(", ");
  return (
    <details className={classes.session}>
      <summary className={classes.summary}>
        <strong>{name}</strong>, {format.period(days[0] ?? "", days.at(-1) ?? "")}
        {staff !== "" && <span className={classes.staff}>{staff}</span>}
        {open.trainer + open.room > 0 && (
          <span className={classes.open}>
            {(["trainer", "room"] as const)
              .filter((kind) => open[kind] > 0)
              .map((kind) => t(`repair.without.${kind}`, { count: open[kind] }))
              .join(" · ")}
          </span>
        )}
      </summary>
      <ul className={classes.halves}>
        {halfDays.map((half) => (
          <li key={`${half.day} ${half.slot}`} className={classes.half}>
            <span>
              {format.day(half.day, "weekday")}, {t(`slot.${half.slot}`)}
            </span>
            <BlockTag code={half.blockCode ?? t("year.exam")} look={looks.get(half.blockCode ?? "") ?? "exam"} />
            <span className={classes.with}>{staffOf(half)}</span>
          </li>
        ))}
      </ul>
    </details>
  );

  function staffOf({ competencyCodes = [], trainerId, roomId, remote }: DraftHalfDay): string {
    return [
      ...competencyCodes,
      nameOf(trainerId) ?? (isExam ? null : t("year.trainerMissing")),
      remote === true ? t("year.remote") : (nameOf(roomId) ?? t("year.roomMissing")),
    ]
      .filter((part) => part !== null)
      .join(" · ");
  }

  function nameOf(id: string | null | undefined): string | undefined {
    return typeof id === "string" ? names.get(id) : undefined;
  }
}
