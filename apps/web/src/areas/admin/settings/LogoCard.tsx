import { FileButton } from "@mantine/core";
import {
  logoTypes,
  mostLogoBytes,
  trainingProviderLogoRead,
  trainingProviderLogoRemove,
  trainingProviderLogoReplace,
  trainingProviderRead,
  type TrainingProvider,
} from "@passerelle/contracts/training-provider";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { addressOf } from "../../../api/call.ts";
import { useSend } from "../../../api/send.ts";
import { AbilityButton } from "../../../components/AbilityButton.tsx";
import { FormProblem } from "../../../components/FormProblem.tsx";
import { tellDone } from "../../../components/notices.tsx";
import { Callout } from "../../../ui/Callout.tsx";
import { Card } from "../../../ui/Card.tsx";
import { base64Of } from "./base64-of.ts";
import classes from "./LogoCard.module.css";

/** What documents are headed with: chosen from a file, shown as on paper. */
export function LogoCard({ provider }: { readonly provider: TrainingProvider }) {
  const { t } = useTranslation();
  const replacing = useSend(trainingProviderLogoReplace, [trainingProviderRead]);
  const removing = useSend(trainingProviderLogoRemove, [trainingProviderRead]);
  const forget = useRef<() => void>(null);
  const [isTooHeavy, setIsTooHeavy] = useState(false);
  const { name, logo, version, can } = provider;

  function begin(): void {
    setIsTooHeavy(false);
    replacing.reset();
    removing.reset();
  }

  async function replace(file: File | null): Promise<void> {
    if (file === null) return;
    begin();
    forget.current?.(); // the same file, mended, may be chosen again
    if (file.size > mostLogoBytes) {
      setIsTooHeavy(true);
      return;
    }
    const content = await base64Of(file);
    await replacing.send({ body: { content } }, version);
    tellDone(t("settings.logo.saved"));
  }

  async function remove(): Promise<void> {
    begin();
    await removing.send({}, version);
    tellDone(t("settings.logo.removed"));
  }

  const said = () => undefined; // what went wrong is shown below
  return (
    <Card title={t("settings.logo.title")}>
      <div className={classes.column}>
        {logo === null ? (
          <p>{t("settings.logo.none")}</p>
        ) : (
          <div className={classes.paper}>
            {/* Another version is another image: browsers keep the one they have by its address. */}
            <img
              key={version}
              className={classes.image}
              src={`${addressOf(trainingProviderLogoRead, {})}#${version}`}
              alt={t("settings.logo.alt", { name })}
            />
          </div>
        )}
        <p className={classes.hint}>{t("settings.logo.hint")}</p>
        <FormProblem problem={replacing.error ?? removing.error} />
        {isTooHeavy && (
          <Callout tone="bad" title={t("settings.logo.tooHeavy")} role="alert">
            <p>{t("settings.logo.tooHeavyText")}</p>
          </Callout>
        )}
        <div className={classes.actions}>
          <FileButton
            resetRef={forget}
            accept={logoTypes.join(",")}
            onChange={(file) => void replace(file).catch(said)}
          >
            {({ onClick }) => (
              <AbilityButton variant="default" ability={can.update} onClick={onClick} loading={replacing.pending}>
                {t(logo === null ? "settings.logo.choose" : "settings.logo.replace")}
              </AbilityButton>
            )}
          </FileButton>
          {logo !== null && (
            <AbilityButton
              variant="subtle"
              ability={can.update}
              onClick={() => void remove().catch(said)}
              loading={removing.pending}
            >
              {t("settings.logo.remove")}
            </AbilityButton>
          )}
        </div>
      </div>
    </Card>
  );
}
