import { expect, test } from "vitest";
import { loggedError } from "./logged-error.ts";

const thrownBy = (work: () => unknown): unknown => {
  try {
    return work();
  } catch (error) {
    return error;
  }
};

function causingItself(message: string): Error {
  const error = new Error(message);
  error.cause = error;
  return error;
}

test.each([
  ["a parser", thrownBy(() => JSON.parse("Durand"))],
  ["a calendar", thrownBy(() => Temporal.PlainDate.from("Durand"))],
  ["a message that looks like frames", new Error("refused\n    at Durand (Durand.ts:1:1)")],
  ["a cause", new Error("failed", { cause: new Error("550 <durand@exemple.test> Durand") })],
  ["a field beside the message", Object.assign(new Error("failed"), { detail: "Durand", code: "no <Durand>" })],
  ["what is no error", "Durand"],
  ["an error that causes itself", causingItself("Durand")],
])("of %s, no value that was given is told", (_name, error) => {
  expect(JSON.stringify(loggedError(error))).not.toMatch(/durand/i);
});

test("type, codes and frames are told, down to the cause", () => {
  const cause = Object.assign(new TypeError("a"), { code: "ECONNREFUSED" });
  const told = loggedError(new RangeError("a", { cause }));
  expect(told).toMatchObject({ type: "RangeError", cause: { type: "TypeError", code: "ECONNREFUSED" } });
  for (const { stack } of [told, told.cause ?? { stack: "" }])
    expect(stack).toMatch(/^ {4}at .*logged-error\.test\.ts:\d+/);
});
