import { seed as load } from "@passerelle/api/seed";
import { eachOf, readOptions } from "./options.ts";
import { withDatabase } from "./with-database.ts";

const KINDS = ["demo", "reference", "none"] as const;

export async function migrate(args: readonly string[]): Promise<void> {
  readOptions(args, {});
  // Opening it is what brings it up to date.
  await withDatabase(() => Promise.resolve());
  console.log("The database is up to date.");
}

export async function seed(args: readonly string[]): Promise<void> {
  const options = readOptions(args, { kind: { type: "string" } });
  const [chosen] = options.kind === undefined ? [] : eachOf([options.kind], KINDS, "kind");
  await withDatabase(async (databaseUrl, env) => {
    const kind = chosen ?? env.seed;
    const now = Temporal.Now.instant();
    const { demoAccounts } = await load({ databaseUrl, kind, now, log: console.log });
    console.log(`The ${kind} data is loaded.`);
    for (const { role, email, password } of demoAccounts) console.log(`  ${role}  ${email}  ${password}`);
  });
}
