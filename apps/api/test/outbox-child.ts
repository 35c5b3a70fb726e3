import { openDatabase } from "../src/core/db.ts";
import { folderMailer } from "../src/core/mail.ts";
import { type Letter, post } from "../src/core/outbox.ts";
import { deliverDue } from "../src/core/outbox-worker.ts";
import { quiet, systemCtx } from "../src/core/system-ctx.ts";
import { transaction } from "../src/core/transaction.ts";

// A process to be killed. It says where it has got to in one line, and stays there: `post DATABASE` has committed a
// letter, `deliver DATABASE FOLDER` has sent one and not yet said so to the queue.
const [, , what, databaseUrl = "", folder = ""] = process.argv;
const database = openDatabase(databaseUrl, quiet);
const clock = () => Temporal.Now.instant();
setInterval(() => undefined, 1_000_000);

if (what === "post") {
  await transaction(systemCtx(database, clock()), (ctx) => post(ctx, "greeting", { to: "somebody" }));
  process.stdout.write("posted\n");
} else {
  const real = folderMailer(folder);
  const mailer = {
    send: async (message: Parameters<typeof real.send>[0]) => {
      await real.send(message);
      process.stdout.write("sent\n");
      await new Promise(() => undefined);
    },
  };
  const greeting: Letter = async () => ({ to: "a@exemple.test", subject: "first", text: "Bonjour" });
  const letters = new Map([["greeting", greeting]]);
  await deliverDue({ database, mailer, letters, clock, publicUrl: () => "http://localhost", log: quiet });
}
