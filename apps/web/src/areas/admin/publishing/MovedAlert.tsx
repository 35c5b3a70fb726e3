import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { focusHeading } from "../../../components/focus-heading.ts";
import { Callout } from "../../../ui/Callout.tsx";
import { PlainButton } from "../../../ui/PlainButton.tsx";
import type { Moved } from "./moved-meanwhile.ts";
import { useMovedText } from "./use-moved-text.ts";

interface MovedAlertProps {
  readonly moved: Moved;
  /** Publishing was refused for it: it takes the focus. */
  readonly takesFocus: boolean;
  readonly accept: () => void;
}

/** The draft changed while it was looked at: what, by whom; it is to be looked at again. */
export function MovedAlert({ moved, takesFocus, accept }: MovedAlertProps) {
  const { t } = useTranslation();
  const sentences = useMovedText()(moved);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (takesFocus) box.current?.focus();
  }, [takesFocus]);
  return (
    <Callout ref={box} tone="warm" role="alert" title={t("publication.moved")}>
      {sentences.length === 0 ? (
        <p>{t("publication.movedOtherwise")}</p>
      ) : (
        <ul>
          {sentences.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
      <p>{t("publication.lookAgain")}</p>
      <div>
        <PlainButton variant="default" onClick={() => (accept(), focusHeading())}>
          {t("publication.looked")}
        </PlainButton>
      </div>
    </Callout>
  );
}
