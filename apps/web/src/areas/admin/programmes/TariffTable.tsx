import type { Programme } from "@passerelle/contracts/programmes";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../../format/use-format.ts";
import classes from "./TariffTable.module.css";

type Tariff = Programme["tariffs"][number];

/** Prices with their validity; those that are only examples say so. */
export function TariffTable({ tariffs }: { readonly tariffs: readonly Tariff[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <ul className={classes.list} aria-label={t("tariff.title")}>
      {tariffs.map((tariff) => (
        <li key={tariff.id} className={classes.row}>
          <div>
            <p className={classes.label}>
              {tariff.label} {tariff.isExample && <span className={classes.mark}>{t("tariff.example")}</span>}
            </p>
            <p className={classes.quiet}>
              {[
                t(`tariff.product.${tariff.product}`),
                tariff.funder,
                tariff.minutes === null ? null : t("tariff.forHours", { hours: format.hours(tariff.minutes) }),
              ]
                .filter((part) => part !== null)
                .join(" · ")}
            </p>
          </div>
          <p className={classes.price}>
            {tariff.maxAmountCents === null
              ? format.money(tariff.amountCents)
              : t("tariff.range", { from: format.money(tariff.amountCents), to: format.money(tariff.maxAmountCents) })}
          </p>
          <p className={classes.quiet}>{format.period(tariff.validFrom, tariff.validTo)}</p>
        </li>
      ))}
    </ul>
  );
}
