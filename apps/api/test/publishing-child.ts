import { openDatabase } from "../src/core/db.ts";
import { folderMailer } from "../src/core/mail.ts";
import { deliverDue } from "../src/core/outbox-worker.ts";
import { quiet, systemCtx } from "../src/core/system-ctx.ts";
import { letters } from "../src/letters.ts";
import { publishPlan } from "../src/modules/publications/publish-plan.ts";

// A process to be killed, as outbox-child.ts is. It says where it has got to in one line, and stays there: `publish
// DATABASE COHORT` has committed a version, `deliver DATABASE FOLDER` has sent the first of its letters and not yet said so.
const [, , what, databaseUrl = "", where = ""] = process.argv;
const database = openDatabase(databaseUrl, quiet);
const clock = () => Temporal.Instant.from("2017-05-02T10:00:00Z");
setInterval(() => undefined, 1_000_000);

if (what === "publish") {
  await publishPlan(systemCtx(database, clock()), where, {}, "*");
  process.stdout.write("published\n");
} else {
  const real = folderMailer(where);
  const mailer = {
    send: async (message: Parameters<typeof real.send>[0]) => {
      await real.send(message);
      process.stdout.write("sent\n");
      await new Promise(() => undefined);
    },
  };
  await deliverDue({ database, mailer, letters, clock, publicUrl: () => "http://localhost", log: quiet });
}
