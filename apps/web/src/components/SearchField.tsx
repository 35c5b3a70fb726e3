import { TextInput } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { useState } from "react";

interface SearchFieldProps {
  readonly label: string;
  /** What is searched for when the page opens. */
  readonly initial: string | undefined;
  /** Once typing pauses; undefined when the field is empty. */
  readonly onLook: (text: string | undefined) => void;
}

const TYPING_PAUSE_MS = 250;

/** Words to search a list by: the list follows once typing pauses. */
export function SearchField({ label, initial, onLook }: SearchFieldProps) {
  const [typed, setTyped] = useState(initial ?? "");
  const look = useDebouncedCallback(
    (text: string) => onLook(text.trim() === "" ? undefined : text.trim()),
    TYPING_PAUSE_MS,
  );
  return (
    <TextInput
      type="search"
      label={label}
      value={typed}
      maxLength={100}
      onChange={({ currentTarget }) => {
        setTyped(currentTarget.value);
        look(currentTarget.value);
      }}
    />
  );
}
