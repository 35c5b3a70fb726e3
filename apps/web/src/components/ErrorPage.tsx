import { useQueryErrorResetBoundary } from "@tanstack/react-query";
import { useRouter, type ErrorComponentProps } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { ApiError, isSignedOut } from "../api/api-error.ts";
import { paths } from "../paths.ts";
import { PlainButton } from "../ui/PlainButton.tsx";
import { ButtonLink } from "./ButtonLink.tsx";
import { Forbidden } from "./me.ts";
import { Message } from "./Message.tsx";
import { NotFoundMessage } from "./NotFoundPage.tsx";
import { PublicFrame } from "./PublicFrame.tsx";

/** What a page that cannot be shown says, and what can be done about it. */
export function ErrorPage({ error, reset }: ErrorComponentProps) {
  const { t } = useTranslation();
  const retry = useRetry(reset);
  // The way to the sign-in page is already taken.
  if (isSignedOut(error)) return null;
  if (error instanceof Forbidden || (error instanceof ApiError && error.status === 403)) {
    return (
      <Message title={t("error.forbiddenTitle")} text={t("error.forbiddenText")} code="403">
        <ButtonLink to={paths.home()}>{t("error.home")}</ButtonLink>
      </Message>
    );
  }
  if (error instanceof ApiError && error.status === 404) return <NotFoundMessage />;
  const again = <PlainButton onClick={retry}>{t("common.retry")}</PlainButton>;
  if (isOutOfReach(error)) {
    return (
      <Message title={t("error.networkTitle")} text={t("error.networkText")}>
        {again}
      </Message>
    );
  }
  const requestId = error instanceof ApiError ? error.problem?.requestId : undefined;
  return (
    <Message
      title={error instanceof ApiError ? (error.problem?.title ?? "") : t("error.unexpectedTitle")}
      text={error instanceof ApiError ? error.message : t("error.unexpectedText")}
      {...(requestId === undefined ? {} : { note: t("error.requestId", { requestId }) })}
    >
      {again}
    </Message>
  );
}

/** The same where no shell stands around it. */
export function FramedErrorPage(props: ErrorComponentProps) {
  return (
    <PublicFrame>
      <ErrorPage {...props} />
    </PublicFrame>
  );
}

/** No answer from the API, or a part of the application that could not be fetched. */
function isOutOfReach(error: unknown): boolean {
  if (error instanceof ApiError) return error.problem === null;
  return error instanceof Error && /dynamically imported module|module script|preload/i.test(error.message);
}

function useRetry(reset: () => void): () => void {
  const router = useRouter();
  const boundary = useQueryErrorResetBoundary();
  return () => {
    boundary.reset();
    reset();
    void router.invalidate();
  };
}
