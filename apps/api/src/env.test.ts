import { describe, expect, test } from "vitest";
import { readEnv } from "./env.ts";

test("an empty environment is enough", () => {
  expect(readEnv({})).toEqual({
    nodeEnv: "development",
    port: 3000,
    host: "127.0.0.1",
    dataDir: ".data",
    databaseUrl: undefined,
    seed: "demo",
    publicUrl: undefined,
    templatesDir: undefined,
    smtpUrl: undefined,
    logLevel: "warn",
  });
});

test("a variable set to nothing counts as unset", () => {
  expect(readEnv({ PORT: "", SMTP_URL: "" })).toEqual(readEnv({}));
});

test("production loads no demo data", () => {
  expect(readEnv({ NODE_ENV: "production" }).seed).toBe("reference");
});

test("production refuses demo data asked for", () => {
  expect(() => readEnv({ NODE_ENV: "production", SEED: "demo" })).toThrow(
    'SEED is "demo", but must be reference or none',
  );
});

test("the public address loses the slash at its end", () => {
  expect(readEnv({ PUBLIC_URL: "https://passerelle.example.org/" }).publicUrl).toBe("https://passerelle.example.org");
});

test("every bad variable is named at once", () => {
  expect(() => readEnv({ PORT: "http", LOG_LEVEL: "loud" })).toThrow(
    'PORT is "http", but must be a whole number from 0 (any free port) to 65535.\n' +
      'LOG_LEVEL is "loud", but must be one of fatal, error, warn, info, debug, trace, silent.',
  );
});

describe("a bad value is refused with what is accepted", () => {
  test.each([
    ["PORT", "70000", "a whole number from 0"],
    ["PORT", "3000.5", "a whole number from 0"],
    ["HOST", "not a host", "a host name or address"],
    ["DATABASE_URL", "mysql://localhost/a", "a URL such as postgresql://"],
    ["SEED", "everything", "one of demo, reference, none"],
    ["PUBLIC_URL", "passerelle.example.org", "a URL such as https://"],
    ["SMTP_URL", "http://mail", "a URL such as smtp://"],
    ["NODE_ENV", "prod", "one of production, development, test"],
  ])("%s=%s", (name, value, accepted) => {
    expect(() => readEnv({ [name]: value })).toThrow(`${name} is "${value}", but must be ${accepted}`);
  });
});

test("a password in a bad URL is not shown", () => {
  expect(() => readEnv({ DATABASE_URL: "mysql://someone:secret@host/a" })).toThrow(/^(?!.*secret).*DATABASE_URL/);
});
