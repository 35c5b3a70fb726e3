import type { Event } from "@passerelle/contracts/events";
import { useTranslation } from "react-i18next";
import classes from "./PlanBadge.module.css";

/** Of a plan, whether a change is only drafted or everybody was told; told apart by its outline, not by colour alone. */
export function PlanBadge({ kind }: { readonly kind: Event["kind"] }) {
  const { t } = useTranslation();
  if (kind !== "draft" && kind !== "publication") return null;
  return (
    <>
      <span className={classes.badge} data-kind={kind}>
        {t(kind === "draft" ? "log.drafted" : "log.published")}
      </span>{" "}
    </>
  );
}
