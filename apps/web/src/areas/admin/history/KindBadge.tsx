import type { EventKind } from "@passerelle/contracts/event-kinds";
import { useTranslation } from "react-i18next";
import classes from "./KindBadge.module.css";

/** What kind of thing changed; what is only drafted is told apart from what was published, by its outline too. */
export function KindBadge({ kind }: { readonly kind: EventKind }) {
  const { t } = useTranslation();
  return (
    <span className={classes.badge} data-kind={kind}>
      {t(`log.kind.${kind}`)}
    </span>
  );
}
