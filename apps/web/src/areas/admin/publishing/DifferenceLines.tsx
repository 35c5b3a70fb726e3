import type { DifferenceLine } from "@passerelle/contracts/plan-versions";
import { useTranslation } from "react-i18next";
import classes from "./Difference.module.css";

interface DifferenceLinesProps {
  readonly lines: readonly DifferenceLine[];
  /** More than these are folded. */
  readonly most?: number;
}

/** What differs between two versions, in the API's own words. */
export function DifferenceLines({ lines, most = lines.length }: DifferenceLinesProps) {
  const { t } = useTranslation();
  // One alone takes no more room than the line that would fold it.
  const shown = lines.length === most + 1 ? lines : lines.slice(0, most);
  const folded = lines.slice(shown.length);
  if (lines.length === 0) return <p className={classes.quiet}>{t("difference.nothing")}</p>;
  return (
    <>
      <Sentences lines={shown} />
      {folded.length > 0 && (
        <details>
          <summary className={classes.more}>{t("difference.more", { count: folded.length })}</summary>
          <Sentences lines={folded} />
        </details>
      )}
    </>
  );
}

function Sentences({ lines }: { readonly lines: readonly DifferenceLine[] }) {
  return (
    <ul className={classes.lines}>
      {lines.map(({ kind, halfDayIds, detail }) => (
        <li key={`${kind} ${halfDayIds.join()} ${detail}`}>{detail}</li>
      ))}
    </ul>
  );
}
