import { Radio, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { personList, type Person } from "@passerelle/contracts/people";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { q } from "../../../api/query.ts";
import { useFormat } from "../../../format/use-format.ts";
import { paths } from "../../../paths.ts";
import classes from "./PersonPicker.module.css";

interface PersonPickerProps {
  readonly label: string;
  /** The person chosen, by id; empty for none. */
  readonly value?: string;
  readonly onChange?: (personId: string) => void;
  readonly error?: ReactNode;
}

const TYPING_PAUSE_MS = 250;
const MOST_SHOWN = 8;

/** Finds a person by typing, and lets choose among those found: a field and radio buttons, which any keyboard works. */
export function PersonPicker({ label, value = "", onChange, error }: PersonPickerProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState("");
  const [search] = useDebouncedValue(typed.trim(), TYPING_PAUSE_MS);
  const [chosen, setChosen] = useState<Person | null>(null);
  const { data } = useQuery({
    ...q(personList, { query: { search, limit: MOST_SHOWN } }),
    enabled: search !== "",
    placeholderData: keepPreviousData,
  });
  const found = search === "" || data === undefined ? [] : data.items;
  // Who was chosen stays in sight whatever is searched for next; in their place, so that arrow keys go on from there.
  const isFound = found.some(({ id }) => id === chosen?.id);
  const shown = chosen === null || isFound ? found : [chosen, ...found];
  return (
    <div className={classes.picker}>
      <TextInput
        type="search"
        label={label}
        description={t("enrol.personHint")}
        value={typed}
        maxLength={100}
        autoComplete="off"
        data-autofocus
        onChange={({ currentTarget }) => setTyped(currentTarget.value)}
        // Enter looks for a person; it does not enrol one.
        onKeyDown={(event) => event.key === "Enter" && event.preventDefault()}
      />
      <output className={classes.status}>
        {search !== "" && data !== undefined && (found.length === 0 ? <NobodyFound /> : foundText())}
      </output>
      <Radio.Group
        label={t("enrol.choose")}
        labelProps={{ className: "visually-hidden" }}
        value={value}
        error={error}
        onChange={(personId) => {
          setChosen(shown.find(({ id }) => id === personId) ?? null);
          onChange?.(personId);
        }}
      >
        <div className={classes.found}>
          {shown.map((person) => (
            <Choice key={person.id} person={person} isMarked={error !== undefined && error !== null} />
          ))}
        </div>
      </Radio.Group>
    </div>
  );

  function foundText(): string {
    return data?.nextCursor === null ? t("people.count", { count: found.length }) : t("enrol.tooMany");
  }
}

function Choice({ person, isMarked }: { readonly person: Person; readonly isMarked: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { birthDate, birthName, usualName, city } = person;
  const facts = [
    birthName !== null && birthName !== usualName ? t("people.bornAs", { name: birthName }) : null,
    birthDate === null ? null : t("people.bornOn", { day: format.day(birthDate, "plain") }),
    city,
  ].filter((fact) => fact !== null);
  return (
    <Radio
      value={person.id}
      label={`${person.givenName} ${usualName}`}
      description={facts.join(" · ")}
      aria-invalid={isMarked ? true : undefined}
    />
  );
}

function NobodyFound() {
  const { t } = useTranslation();
  return (
    <>
      {t("enrol.nobody")} <Link to={paths.people()}>{t("enrol.toPeople")}</Link>
    </>
  );
}
