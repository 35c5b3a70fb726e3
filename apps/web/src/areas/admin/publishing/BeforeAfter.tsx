import { useTranslation } from "react-i18next";
import { Choices } from "../planner/Choices.tsx";

export type Side = "before" | "after";

interface BeforeAfterProps {
  readonly side: Side;
  readonly choose: (side: Side) => void;
}

/** The plan as it was, or as it becomes. */
export function BeforeAfter({ side, choose }: BeforeAfterProps) {
  const { t } = useTranslation();
  return (
    <Choices
      label={t("marks.sides")}
      chosen={side}
      choices={[
        { value: "before", name: t("marks.side.before") },
        { value: "after", name: t("marks.side.after") },
      ]}
      choose={choose}
    />
  );
}
