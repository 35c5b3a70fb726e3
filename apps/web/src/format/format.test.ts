import { describe, expect, it } from "vitest";
import { formatDay, formatMonth, formatPeriod } from "./days.ts";
import { formatHours, formatTime } from "./hours.ts";
import { formatMoney, groupDigits } from "./numbers.ts";

/** Every kind of no-break space as a plain one, so that expectations can be read. */
const plain = (text: string) => text.replaceAll(/[\u00A0\u202F]/g, " ");

describe("hours", () => {
  it.each([
    [0, "0 h"],
    [210, "3 h 30"],
    [4620, "77 h"],
    [65, "1 h 05"],
    [-840, "−14 h"],
    [75_000, "1 250 h"],
  ])("%i minutes read %s", (minutes, text) => {
    expect(plain(formatHours(minutes, "fr"))).toBe(text);
  });

  it("never break between figure and unit", () => {
    expect(formatHours(210, "fr")).not.toContain(" ");
  });

  it("of a day follow the language", () => {
    expect(plain(formatTime("09:00", "fr"))).toBe("9 h");
    expect(plain(formatTime("13:30", "fr"))).toBe("13 h 30");
    expect(formatTime("09:00", "en")).toBe("9:00");
  });
});

describe("money", () => {
  it("is cents, read as euros", () => {
    expect(plain(formatMoney(372_400, "fr"))).toBe("3 724,00 €");
    expect(formatMoney(372_400, "en")).toBe("€3,724.00");
  });
});

describe("days", () => {
  it("are named with their weekday", () => {
    expect(formatDay("2017-05-16", "fr")).toBe("mar. 16 mai 2017");
    expect(formatDay("2017-05-16", "en")).toBe("Tue 16 May 2017");
  });

  it("say « 1er » in French", () => {
    expect(formatDay("2017-11-01", "fr", "plain")).toBe("1er novembre 2017");
    expect(formatDay("2017-11-01", "en", "plain")).toBe("1 November 2017");
    expect(formatDay("2017-05-11", "fr", "plain")).toBe("11 mai 2017");
  });

  it("are the same wherever the device is", () => {
    expect(formatMonth("2018-01", "fr")).toBe("janvier 2018");
    expect(formatMonth("2018-01", "fr", "name")).toBe("janvier");
  });

  it.each([
    ["2017-07-10", "2017-07-13", "du lundi 10 au jeudi 13 juillet 2017", "Monday 10 to Thursday 13 July 2017"],
    [
      "2017-07-31",
      "2017-08-03",
      "du lundi 31 juillet au jeudi 3 août 2017",
      "Monday 31 July to Thursday 3 August 2017",
    ],
    [
      "2017-12-29",
      "2018-01-02",
      "du vendredi 29 décembre 2017 au mardi 2 janvier 2018",
      "Friday 29 December 2017 to Tuesday 2 January 2018",
    ],
    ["2017-07-10", "2017-07-10", "le lundi 10 juillet 2017", "Monday 10 July 2017"],
  ])("from %s to %s are said once each", (from, to, french, english) => {
    expect(formatPeriod(from, to, "fr", "long")).toBe(french);
    expect(formatPeriod(from, to, "en", "long")).toBe(english);
  });
});

describe("digits", () => {
  it("are read in groups", () => {
    expect(plain(groupDigits("12345678200010", [3, 3, 3, 5]))).toBe("123 456 782 00010");
  });
});
