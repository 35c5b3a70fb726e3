import type { UseFormReturnType } from "@mantine/form";
import { useState, type FormEvent } from "react";
import { ApiError } from "../api/api-error.ts";
import { sortFaults } from "../api/field-errors.ts";

/** What is at fault: a field says so itself, a password by its data, a group of choices by the error that describes it. */
const AT_FAULT = [
  ':is(input, textarea, select)[aria-invalid="true"]',
  "input[data-invalid]",
  '[role$="group"][aria-describedby$="-error"] input',
].join();

/**
 * Sends a form: what the API refuses goes to its field and to the top, and what was typed stays.
 */
export function useApiForm<Values extends Record<string, unknown>>(
  form: UseFormReturnType<Values>,
  send: (values: Values) => Promise<void>,
) {
  const [problem, setProblem] = useState<ApiError | null>(null);

  async function attempt(values: Values): Promise<void> {
    setProblem(null);
    try {
      await send(values);
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      form.setErrors(sortFaults(error, Object.keys(values)).byField);
      setProblem(error);
    }
  }

  return {
    problem,
    /** What was refused is being changed: the refusal no longer speaks of it. */
    forget: () => setProblem(null),
    /** Sends values chosen for the person, such as a bound that would do. */
    sendValues: (values: Values) => void attempt(values),
    submit: (event: FormEvent<HTMLFormElement>) => {
      const fields = event.currentTarget;
      form.onSubmit(
        (values) => void attempt(values),
        // The first field at fault takes the focus.
        () => requestAnimationFrame(() => fields.querySelector<HTMLElement>(AT_FAULT)?.focus()),
      )(event);
    },
  };
}
