import { useTranslation } from "react-i18next";
import { PersonalShell } from "../../components/PersonalShell.tsx";
import { paths } from "../../paths.ts";
import { CalendarIcon } from "../../ui/line-icons.tsx";
import { PathIcon, StageIcon } from "./icons.tsx";

const tabs = [
  { key: "path", to: paths.myPath(), Icon: PathIcon },
  { key: "timetable", to: paths.timetable(), Icon: CalendarIcon },
  { key: "stage", to: paths.stage(), Icon: StageIcon },
] as const;

/** What stands around every page of a trainee; somebody who trains twice keeps the path they chose. */
export function TraineeShell() {
  const { t } = useTranslation("trainee");
  return (
    <PersonalShell
      area="trainee"
      label={t("nav.label")}
      tabs={tabs.map(({ key, ...tab }) => ({ ...tab, label: t(`nav.${key}`) }))}
      keep={({ enrolment }) => (enrolment === undefined ? {} : { enrolment })}
    />
  );
}
