import { Checkbox } from "@mantine/core";
import { roles } from "@passerelle/contracts/roles";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import classes from "./RoleChoices.module.css";

interface RoleChoicesProps {
  readonly value?: string[];
  readonly onChange?: (value: string[]) => void;
  readonly error?: ReactNode;
}

/** The roles an account holds; rights of several add up. */
export function RoleChoices({ value, onChange, error }: RoleChoicesProps) {
  const { t } = useTranslation();
  const isWrong = error !== undefined && error !== null;
  return (
    <Checkbox.Group
      label={t("users.roles")}
      {...(value === undefined ? {} : { value })}
      {...(onChange === undefined ? {} : { onChange })}
      error={error}
    >
      <div className={classes.choices}>
        {roles.map((role) => (
          <Checkbox
            key={role}
            value={role}
            label={t(`role.${role}`)}
            description={t(`users.roleHints.${role}`)}
            aria-invalid={isWrong ? true : undefined}
          />
        ))}
      </div>
    </Checkbox.Group>
  );
}
