import { TextInput } from "@mantine/core";
import { civilDay } from "@passerelle/contracts/common";

interface SettledDayFieldProps {
  readonly label: string;
  readonly day: string;
  readonly onSettle: (day: string) => void;
}

/** A day that counts once it is whole and left: while its year is typed, it is many others. */
export function SettledDayField({ label, day, onSettle }: SettledDayFieldProps) {
  return (
    <TextInput
      key={day}
      type="date"
      min="2000-01-01"
      max="2099-12-31"
      label={label}
      defaultValue={day}
      onBlur={({ currentTarget }) => settle(currentTarget.value)}
      onKeyDown={({ key, currentTarget }) => key === "Enter" && settle(currentTarget.value)}
    />
  );

  function settle(typed: string): void {
    const { data } = civilDay.safeParse(typed);
    if (data !== undefined && data !== day) onSettle(data);
  }
}
