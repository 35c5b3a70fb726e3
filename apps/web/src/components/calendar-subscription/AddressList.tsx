import type { CalendarFeed } from "@passerelle/contracts/calendars";
import { useRef, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { AddressRow } from "./AddressRow.tsx";
import classes from "./AddressList.module.css";
import sections from "./CalendarDialog.module.css";

interface AddressListProps {
  readonly addresses: readonly CalendarFeed[];
  /** The one made just now. */
  readonly newId: string | undefined;
  /** Others make addresses for these half-days too: each says whose it is. */
  readonly isShared: boolean;
  readonly onRevoked: (id: string) => void;
  /** What makes another. */
  readonly children: ReactNode;
}

/** The addresses in use, and the end of each. */
export function AddressList({ addresses, newId, isShared, onRevoked, children }: AddressListProps) {
  const { t } = useTranslation("calendar");
  const heading = useRef<HTMLHeadingElement>(null);
  return (
    <section className={sections.section}>
      <h3 ref={heading} tabIndex={-1} className={sections.heading}>
        {t(isShared ? "listShared" : "list")}
      </h3>
      {addresses.length === 0 ? (
        <p className={classes.quiet}>{t("none")}</p>
      ) : (
        <ul className={classes.list}>
          {addresses.map((address) => (
            <AddressRow
              key={address.id}
              address={address}
              isNew={address.id === newId}
              isShared={isShared}
              onRevoked={() => {
                heading.current?.focus();
                onRevoked(address.id);
              }}
            />
          ))}
        </ul>
      )}
      {children}
    </section>
  );
}
