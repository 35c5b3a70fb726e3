import { afterEach, describe, expect, it } from "vitest";
import { belongsElsewhere, historyKey } from "./history-key.ts";

const bare = { ctrlKey: false, metaKey: false, shiftKey: false, altKey: false };

describe("a key", () => {
  it.each([
    ["z", { ctrlKey: true }, "undo"],
    ["z", { metaKey: true }, "undo"],
    ["Z", { ctrlKey: true, shiftKey: true }, "redo"],
    ["y", { ctrlKey: true }, "redo"],
    ["z", {}, null],
    ["z", { ctrlKey: true, altKey: true }, null],
    ["y", { ctrlKey: true, shiftKey: true }, null],
    ["m", { ctrlKey: true }, null],
  ] as const)("%s with %o asks for %s", (key, held, asked) => {
    expect(historyKey({ ...bare, key, ...held })).toBe(asked);
  });
});

describe("undoing what is typed", () => {
  afterEach(() => document.body.replaceChildren());

  it.each(["input", "textarea", "select"])("stays with the %s it is typed in", (tag) => {
    const field = document.body.appendChild(document.createElement(tag));
    expect(belongsElsewhere(field)).toBe(true);
  });

  it("is the plan's on a button, unless a dialog is open", () => {
    const button = document.body.appendChild(document.createElement("button"));
    expect(belongsElsewhere(button)).toBe(false);
    document.body.appendChild(document.createElement("div")).setAttribute("role", "dialog");
    expect(belongsElsewhere(button)).toBe(true);
  });
});
