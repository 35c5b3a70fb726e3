import { ApiError } from "../../core/api-error.ts";
import { nowColumn } from "../../core/civil-day.ts";
import type { Ctx } from "../../core/ctx.ts";
import { hashOf } from "../../core/tokens.ts";

const failuresAllowed = 5;
const firstLockMinutes = 1;
const longestLockMinutes = 60;
/** Failures older than this are forgotten. */
const memoryMinutes = 60;

/**
 * Takes one attempt for an address, or 429 while it is locked, known or not. Taken before the password is looked at and
 * in one statement, so that simultaneous guesses are all counted. The fifth without success locks the address: one
 * minute, then twice as long each time, an hour at most.
 */
export async function takeAttempt(ctx: Ctx, email: string): Promise<void> {
  const now = nowColumn(ctx);
  const forgotten = new Date(ctx.now.epochMilliseconds - memoryMinutes * 60_000);
  const taken = await ctx.db.$executeRaw`
    insert into sign_in_failure as f (email_hash, failures, last_at) values (${hashOf(email)}, 1, ${now})
    on conflict (email_hash) do update set
      failures = case when f.last_at < ${forgotten} then 1 else f.failures + 1 end,
      last_at = excluded.last_at,
      locked_until = case
        when f.last_at < ${forgotten} or f.failures + 1 < ${failuresAllowed} then null
        else ${now}::timestamptz + make_interval(mins => least(
          ${firstLockMinutes} * power(2, least(f.failures + 1 - ${failuresAllowed}, 10))::int, ${longestLockMinutes}))
      end
    where f.locked_until is null or f.locked_until <= ${now}`;
  if (taken === 1) return;
  const row = await ctx.db.signInFailure.findUnique({ where: { emailHash: hashOf(email) } });
  const left = (row?.lockedUntil?.getTime() ?? 0) - ctx.now.epochMilliseconds;
  throw locked(Math.max(1, Math.ceil(left / 1_000)));
}

export async function forgetFailures(ctx: Ctx, email: string): Promise<void> {
  await ctx.db.signInFailure.deleteMany({ where: { emailHash: hashOf(email) } });
}

function locked(seconds: number): ApiError {
  const minutes = Math.ceil(seconds / 60);
  return new ApiError("too_many_attempts", {
    detail: {
      fr: `Trop d’essais pour cette adresse. Réessayez dans ${minutes} min, ou choisissez un nouveau mot de passe.`,
      en: `Too many attempts for this address. Try again in ${minutes} min, or choose a new password.`,
    },
    retryAfterSeconds: seconds,
  });
}
