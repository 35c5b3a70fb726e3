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
  // « Malformed » tells a person less than the faults themselves.
  const isShape = document?.code === "request_invalid" && (document.errors ?? []).length > 0;
  const isStale = problem.status === 412;
  const said = isShape ? "" : (document?.detail ?? "");
  const details = (document?.errors ?? []).map((fault) => fault.detail).filter((detail) => !said.includes(detail));
  return (
    <Callout
      ref={box}
      tone="bad"
      role="alert"
      title={isShape ? t("form.toCorrect") : (document?.title ?? t("error.networkTitle"))}
    >
      {!isShape && <p>{isStale ? t("stale.text") : (document?.detail ?? t("error.networkText"))}</p>}
      {details.length > 0 && (
        <ul>
          {[...new Set(details)].map((detail) => (
            <li key={detail}>{detail}</li>
          ))}
        </ul>
      )}
      {children}
    </Callout>
  );
}
