import { describe, expect, it } from "vitest";
import { minutesTyped, typedHours } from "./hours-typed.ts";

describe("hours as people write them", () => {
  it.each([
    ["77", 4620],
    [" 77 h ", 4620],
    ["0", 0],
    ["3 h 30", 210],
    ["3h30", 210],
    ["3 h 05", 185],
    ["3:30", 210],
    ["3,5", 210],
    ["3.25", 195],
    ["112\u00A0h\u202F00", 6720],
  ])("%s is %i minutes", (text, minutes) => {
    expect(minutesTyped(text)).toBe(minutes);
  });

  it.each(["", "h", "-3", "3 h 60", "3 h 5", "trois", "3,33", "3,5 h 30", "12345"])("« %s » is no duration", (text) => {
    expect(minutesTyped(text)).toBeNull();
  });

  it.each([0, 30, 210, 4620, 6725])("%i minutes survive being written and read", (minutes) => {
    expect(minutesTyped(typedHours(minutes))).toBe(minutes);
  });
});
