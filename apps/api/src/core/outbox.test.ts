import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "../../test/database.ts";
import { type Database, openDatabase } from "./db.ts";
import { append } from "./events.ts";
import { folderMailer, type Message } from "./mail.ts";
import { type Letter, letterQueue, post } from "./outbox.ts";
import { deliverNext, type DeliveryOptions, openQueue } from "./outbox-delivery.ts";
import { deliverDue, startOutbox } from "./outbox-worker.ts";
import { quiet, systemCtx } from "./system-ctx.ts";
import { transaction } from "./transaction.ts";

const now = Temporal.Instant.from("2017-05-02T10:00:00Z");
const greeting: Letter = async (_ctx, { to = "" }) => ({ to: `${to}@exemple.test`, subject: "Bonjour", text: to });

let copy: TestDatabase;
let database: Database;
let sent: Message[];
beforeEach(async () => {
  copy = await createTestDatabase();
  database = openDatabase(copy.url, quiet);
  sent = [];
});
afterEach(async () => {
  await database.close();
  await copy.drop();
});

function options(overrides: Partial<DeliveryOptions> = {}): DeliveryOptions {
  return {
    database,
    mailer: { send: async (message) => void sent.push(message) },
    letters: new Map([["greeting", greeting]]),
    clock: () => now,
    publicUrl: () => "http://localhost",
    log: quiet,
    ...overrides,
  };
}

function greet(...people: string[]): Promise<void> {
  return transaction(systemCtx(database, now), async (ctx) => {
    for (const to of people) await post(ctx, "greeting", { to });
  });
}

const jobs = async () => (await database.pool.query("select * from pgboss.job order by id")).rows;
const recipients = () => sent.map(({ to }) => to.replace("@exemple.test", ""));

describe("a letter posted in a transaction", () => {
  test("leaves once that commits, once", async () => {
    await greet("marie");
    await deliverDue(options());
    await deliverDue(options());
    expect(recipients()).toEqual(["marie"]);
    expect((await jobs()).map(({ state }) => state)).toEqual(["completed"]);
  });

  test("never leaves when that is rolled back", async () => {
    const undone = transaction(systemCtx(database, now), async (ctx) => {
      await post(ctx, "greeting", { to: "marie" });
      throw new Error("after posting");
    });
    await expect(undone).rejects.toThrow("after posting");
    await deliverDue(options());
    expect(sent).toEqual([]);
  });

  test("is posted nowhere else", async () => {
    await expect(post(systemCtx(database, now), "greeting", { to: "marie" })).rejects.toThrow("inside a transaction");
  });

  test.each(["marie@exemple.test", "Marie Durand", "qLz0m7m1mVfP2o3VQ1b2n8e1mJkQx9b1hYvT4u6w8zA", ""])(
    "holds identifiers, not %j",
    async (value) => {
      await expect(greet(value)).rejects.toThrow("no identifier");
    },
  );

  test("is stored as pg-boss itself would store it", async () => {
    await greet("marie");
    const queue = await openQueue(options(), false);
    await queue.send(letterQueue, { letter: "greeting", facts: { to: "marie", locale: "fr" } });
    await queue.stop();
    const [ours, theirs] = (await jobs()).map(
      ({ id: _id, created_on: created, start_after: start, keep_until: until, ...job }) => ({
        ...job,
        isDueAtOnce: start.getTime() === created.getTime(),
        isKeptDays: (until.getTime() - start.getTime()) / 86_400_000,
      }),
    );
    expect(ours).toEqual(theirs);
  });

  test("is written in the language it was asked for in", async () => {
    await transaction({ ...systemCtx(database, now), locale: "en" }, (ctx) => post(ctx, "greeting", {}));
    const letter: Letter = async ({ locale }, facts) => ({ to: "a", subject: locale, text: JSON.stringify(facts) });
    await deliverDue(options({ letters: new Map([["greeting", letter]]) }));
    expect(sent).toEqual([expect.objectContaining({ subject: "en", text: "{}" })]);
  });

  test("leaves once what it wrote is committed, so that its links work whatever happens next", async () => {
    await greet("marie");
    const letter: Letter = async (ctx) => {
      await append(ctx, { type: "greeting.written", entityId: null });
      return { to: "a@exemple.test", subject: "Bonjour", text: "" };
    };
    const written = () => database.prisma.event.count({ where: { type: "greeting.written" } });
    let writtenWhenSent = 0;
    const mailer = {
      send: async () => {
        writtenWhenSent = await written();
        throw new Error("cut off while sending");
      },
    };
    await deliverDue(options({ letters: new Map([["greeting", letter]]), mailer }));
    expect([writtenWhenSent, await written()]).toEqual([1, 1]);
  });

  test("that has nothing to say any more is done with", async () => {
    await greet("marie");
    await deliverDue(options({ letters: new Map([["greeting", async () => null]]) }));
    expect(sent).toEqual([]);
    expect((await jobs()).map(({ state }) => state)).toEqual(["completed"]);
  });
});

describe("a process is killed", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "passerelle-outbox-"));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  /** Starts one, waits for its line and kills it on the spot. */
  async function killed(what: "post" | "deliver"): Promise<string> {
    const program = fileURLToPath(new URL("../../test/outbox-child.ts", import.meta.url));
    const child = spawn(process.execPath, [program, what, copy.url, folder], { stdio: ["ignore", "pipe", "inherit"] });
    const exited = once(child, "exit");
    const [line] = (await Promise.race([once(createInterface(child.stdout), "line"), exited])) as unknown[]; // as: of either
    child.kill("SIGKILL");
    await exited;
    return String(line);
  }

  /** The next start, until it has sent one. */
  async function nextStart(): Promise<void> {
    const real = folderMailer(folder);
    const { promise: done, resolve } = Promise.withResolvers<undefined>();
    const mailer = { send: async (message: Message) => real.send(message).then(() => resolve(undefined)) };
    const outbox = await startOutbox(options({ mailer }));
    await done;
    await outbox.stop();
  }

  test("after the commit and before the delivery: the next start delivers", async () => {
    expect(await killed("post")).toBe("posted");
    await nextStart();
    expect(readdirSync(folder)).toEqual([expect.stringMatching(/^[\da-f-]{36}\.eml$/)]);
  });

  test("between sending and saying so: the next start delivers, and there is one message", async () => {
    await greet("marie");
    expect(await killed("deliver")).toBe("sent");
    const [before = ""] = readdirSync(folder);
    expect(readFileSync(join(folder, before), "utf8")).toContain("Subject: first");
    await nextStart();
    expect(readdirSync(folder)).toEqual([before]);
    const message = readFileSync(join(folder, before), "utf8");
    expect(message).toContain("Subject: Bonjour");
    expect(message).toContain(`Message-ID: <${before.replace(".eml", "")}@`);
    expect((await jobs()).map(({ state, id }) => [state, `${id}.eml`])).toEqual([["completed", before]]);
  });
});

describe("two workers at once", () => {
  test("one leaves to the other the letter it is sending", async () => {
    await greet("marie");
    const queue = await openQueue(options(), false);
    let seenByOther: boolean | undefined;
    const mailer = {
      send: async (message: Message) => {
        seenByOther = await deliverNext(queue, options());
        sent.push(message);
      },
    };
    await deliverDue(options({ mailer }));
    await queue.stop();
    expect(seenByOther).toBe(false);
    expect(recipients()).toEqual(["marie"]);
  });

  test("send each letter once", async () => {
    const people = Array.from({ length: 30 }, (_, index) => `p${index}`);
    await greet(...people);
    await Promise.all([deliverDue(options()), deliverDue(options()), deliverDue(options())]);
    expect(recipients().toSorted()).toEqual(people.toSorted());
  });
});

describe("a mail server that refuses", () => {
  const refusal = Object.assign(new Error("550 <paul@exemple.test> is unknown here"), { code: "EENVELOPE" });
  const refusingPaul = {
    send: async (message: Message) => {
      if (message.to.startsWith("paul")) throw refusal;
      sent.push(message);
    },
  };

  test("one letter holds up no other, and is tried again later, under the same identifier", async () => {
    await greet("paul", "marie");
    await deliverDue(options({ mailer: refusingPaul }));
    expect(recipients()).toEqual(["marie"]);
    const [paul] = await jobs();
    expect(paul.state).toBe("retry");
    expect(paul.start_after.getTime()).toBeGreaterThan(paul.created_on.getTime());
    await database.pool.query("update pgboss.job set start_after = now()");
    await deliverDue(options());
    expect(recipients()).toEqual(["marie", "paul"]);
    expect(sent[1]?.id).toBe(paul.id);
  });

  test("a letter to the end leaves it in sight, and the log and the queue without its address", async () => {
    await greet("paul");
    const said: string[] = [];
    const say = (level: string) => (_facts: object, message: string) => void said.push(`${level}: ${message}`);
    const log = { info: say("info"), warn: say("warn"), error: say("error") };
    await database.pool.query("update pgboss.job set retry_limit = 1");
    await deliverDue(options({ mailer: refusingPaul, log }));
    await database.pool.query("update pgboss.job set start_after = now()");
    await deliverDue(options({ mailer: refusingPaul, log }));
    expect(said).toEqual([
      "warn: a letter could not be delivered, and will be tried again",
      "error: a letter could not be delivered, and is given up: it stays in pgboss.job as failed",
    ]);
    const [job] = await jobs();
    expect(job).toMatchObject({ state: "failed", output: { code: "EENVELOPE" } });
    expect(JSON.stringify(job)).not.toContain("paul@");
  });
});

test("the schema of the migrations is that of this pg-boss", async () => {
  const queue = await openQueue(options(), false);
  const drift = await queue.detectSchemaDrift();
  await queue.stop();
  expect(drift).toMatchObject({ ok: true });
});
