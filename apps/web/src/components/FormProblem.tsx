import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { ApiError } from "../api/api-error.ts";
import { Callout } from "../ui/Callout.tsx";

interface FormProblemProps {
  readonly problem: ApiError | null;
  /** What helps right there, such as a value that would do. */
  readonly children?: React.ReactNode;
}

/** Why a form was refused, at its top; takes the focus so that it is heard and seen. */
export function FormProblem({ problem, children }: FormProblemProps) {
  const { t } = useTranslation();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (problem !== null) box.current?.focus();
  }, [problem]);
  if (problem === null) return null;
  const document = problem.problem;
  const details = (document?.errors ?? []).map((fault) => fault.detail).filter((detail) => detail !== document?.detail);
  return (
    <Callout ref={box} tone="bad" role="alert" title={document?.title ?? t("error.networkTitle")}>
      <p>{document?.detail ?? t("error.networkText")}</p>
      {details.length > 0 && (
        <ul>
          {[...new Set(details)].map((detail) => (
            <li key={detail}>{detail}</li>
          ))}
        </ul>
      )}
      {problem.status === 412 && <p>{t("stale.text")}</p>}
      {children}
    </Callout>
  );
}
