import { problem, type Problem } from "@passerelle/contracts/common";

/** Why a call failed: the problem document of the API, or nothing when no answer came at all. */
export class ApiError extends Error {
  readonly problem: Problem | null;

  constructor(document: Problem | null, options?: ErrorOptions) {
    super(document?.detail ?? "no answer", options);
    this.name = "ApiError";
    this.problem = document;
  }

  /** `network` when no answer came. */
  get code(): string {
    return this.problem?.code ?? "network";
  }

  /** 0 when no answer came. */
  get status(): number {
    return this.problem?.status ?? 0;
  }

  fact(name: string): unknown {
    return this.problem?.facts?.[name];
  }
}

/** The failure an unsuccessful answer tells; one that is no problem document (a proxy's page) counts as no answer. */
export async function failureOf(response: Response): Promise<ApiError> {
  const body: unknown = await response.json().catch(() => null);
  const parsed = problem.safeParse(body);
  return new ApiError(parsed.success ? parsed.data : null, { cause: response.status });
}

/** Whether the caller's sign-in is missing or over; wrong credentials are another matter. */
export function isSignedOut(error: unknown): boolean {
  return error instanceof ApiError && error.code === "sign_in_required";
}
