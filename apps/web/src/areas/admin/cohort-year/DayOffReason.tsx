import { Textarea, type TextareaProps } from "@mantine/core";
import { useTranslation } from "react-i18next";

const LONGEST = 500;

/** Why on a public holiday or a closing day all the same: asked where such a day is chosen (T1). */
export function DayOffReason(props: TextareaProps) {
  const { t } = useTranslation();
  return (
    <Textarea
      label={t("move.dayOffReason")}
      description={t("move.dayOffReasonHint")}
      rows={2}
      maxLength={LONGEST}
      {...props}
    />
  );
}
