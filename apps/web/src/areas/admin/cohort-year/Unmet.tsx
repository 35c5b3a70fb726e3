import type { UnmetWish } from "@passerelle/contracts/plans";
import { useTranslation } from "react-i18next";
import { Callout } from "../../../ui/Callout.tsx";
import classes from "./ProposalPreview.module.css";

const MOST_SHOWN = 6;

/** The wishes a proposal could not meet: which, when, and the nearest change that would. */
export function Unmet({ wishes }: { readonly wishes: readonly UnmetWish[] }) {
  const { t } = useTranslation();
  if (wishes.length === 0) return null;
  return (
    <section aria-label={t("propose.unmet")}>
      <Callout tone="warm" title={t("propose.unmet")}>
        <UnmetList wishes={wishes.slice(0, MOST_SHOWN)} />
        {wishes.length > MOST_SHOWN && (
          <details>
            <summary className={classes.more}>{t("propose.moreUnmet", { count: wishes.length - MOST_SHOWN })}</summary>
            <UnmetList wishes={wishes.slice(MOST_SHOWN)} />
          </details>
        )}
      </Callout>
    </section>
  );
}

function UnmetList({ wishes }: { readonly wishes: readonly UnmetWish[] }) {
  return (
    <ul>
      {wishes.map(({ code, detail, remedy }) => (
        <li key={`${code} ${detail}`}>
          {detail}
          {remedy !== null && <span className={classes.remedy}>{remedy}</span>}
        </li>
      ))}
    </ul>
  );
}
