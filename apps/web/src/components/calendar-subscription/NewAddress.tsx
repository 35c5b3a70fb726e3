import { TextInput } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Callout } from "../../ui/Callout.tsx";
import { buttonLook, PlainButton } from "../../ui/PlainButton.tsx";
import { copyText } from "./copy-text.ts";
import { googleLink } from "./google-link.ts";
import classes from "./NewAddress.module.css";

interface NewAddressProps {
  readonly url: string;
  readonly webcalUrl: string;
}

/** An address just made: a link that opens it, and ways to take it elsewhere. */
export function NewAddress({ url, webcalUrl }: NewAddressProps) {
  const { t } = useTranslation("calendar");
  const first = useRef<HTMLAnchorElement>(null);
  // What was clicked is gone or done: the next step is here.
  useEffect(() => first.current?.focus(), []);
  return (
    <>
      <div className={classes.ways}>
        <a ref={first} href={webcalUrl} data-autofocus {...buttonLook({ size: "md", fullWidth: true })}>
          {t("open")}
        </a>
        <a
          href={googleLink(webcalUrl)}
          target="_blank"
          rel="noopener noreferrer"
          {...buttonLook({ variant: "default", size: "md", fullWidth: true })}
        >
          {t("addToGoogle")}
          <span className="visually-hidden">{t("newTab")}</span>
        </a>
      </div>
      <CopyField url={url} />
      <Callout tone="warm" title={t("secret")}>
        <p>{t("secretText")}</p>
      </Callout>
    </>
  );
}

function CopyField({ url }: { readonly url: string }) {
  const { t } = useTranslation("calendar");
  const field = useRef<HTMLInputElement>(null);
  const [copied, setCopied] = useState<boolean | null>(null);
  return (
    <div className={classes.copy}>
      <TextInput
        ref={field}
        className={classes.field}
        label={t("address")}
        value={url}
        readOnly
        onFocus={(event) => event.currentTarget.select()}
      />
      <PlainButton
        variant="default"
        onClick={() => field.current && void copyText(field.current).then((isCopied) => setCopied(isCopied))}
      >
        {t("copy")}
      </PlainButton>
      <output className={classes.copied}>{copied !== null && t(copied ? "copied" : "notCopied")}</output>
    </div>
  );
}
