import { TextInput, type TextInputProps } from "@mantine/core";
import { useFormat } from "../format/use-format.ts";

interface DayFieldProps extends Omit<TextInputProps, "type" | "description" | "value"> {
  readonly value?: string;
  /** Said below the day itself. */
  readonly hint?: string | undefined;
}

const WHOLE_DAY = /^20\d{2}-\d{2}-\d{2}$/;

/** A civil day, typed or picked the way the device does it, and said again in words. */
export function DayField({ hint, ...props }: DayFieldProps) {
  const format = useFormat();
  const day = props.value ?? "";
  const said = WHOLE_DAY.test(day) ? format.day(day) : null;
  const description = [said, hint].filter((part) => typeof part === "string").join(" · ");
  return (
    <TextInput
      {...props}
      type="date"
      min="2000-01-01"
      max="2099-12-31"
      description={description === "" ? " " : description}
      inputWrapperOrder={["label", "input", "description", "error"]}
    />
  );
}
