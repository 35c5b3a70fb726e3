import { TextInput, type TextInputProps } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../../format/use-format.ts";

interface BirthDateFieldProps extends Omit<TextInputProps, "type" | "description" | "value" | "label"> {
  readonly value?: string;
}

const WHOLE_DAY = /^(?:19[2-9]\d|20\d{2})-\d{2}-\d{2}$/;

/** A birth date, typed or picked the way the device does it, and said again in words. */
export function BirthDateField(props: BirthDateFieldProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const day = props.value ?? "";
  return (
    <TextInput
      {...props}
      type="date"
      label={t("person.birthDate")}
      min="1920-01-01"
      max="2099-12-31"
      description={WHOLE_DAY.test(day) ? format.day(day, "plain") : " "}
      inputWrapperOrder={["label", "input", "description", "error"]}
    />
  );
}
