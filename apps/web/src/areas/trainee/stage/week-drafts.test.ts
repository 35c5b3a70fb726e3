import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { dropDraft, keepDraft, readDraft } from "./week-drafts.ts";
import { entriesOf, withDay } from "./week-form.ts";

const WEEK = "2017-W41";
const key = { personId: "p1", enrolmentId: "e1", week: WEEK };
const entries = withDay(entriesOf(WEEK, []), "2017-10-09", { minutes: 420, activity: "Accueil" });
const days = entries.map(({ day }) => day);

beforeEach(() => {
  localStorage.clear();
  dropDraft(key);
});
afterEach(() => vi.restoreAllMocks());

describe("the draft of a week", () => {
  it("comes back as it was typed, until it is dropped", () => {
    keepDraft(key, entries);
    expect(readDraft(key, days)).toEqual(entries);
    dropDraft(key);
    expect(readDraft(key, days)).toBeNull();
  });

  it.each([{ personId: "p2" }, { enrolmentId: "e2" }, { week: "2017-W40" }])("is of no other: %o", (other) => {
    keepDraft(key, entries);
    expect(readDraft({ ...key, ...other }, days)).toBeNull();
  });

  it.each([
    ["is no JSON", "{"],
    ["is not a week", '[{"day":"2017-10-09"}]'],
    ["holds other days", JSON.stringify(entriesOf("2017-W40", []))],
    ["holds more than a day may have", JSON.stringify(withDay(entries, "2017-10-09", { minutes: 601 }))],
  ])("is left alone when what is stored %s", (_, text) => {
    keepDraft(key, entries);
    const [name = ""] = Object.keys(localStorage);
    localStorage.setItem(name, text);
    expect(readDraft(key, days)).toBeNull();
  });

  it("holds until the page is left where the browser refuses to store", () => {
    vi.spyOn(Storage.prototype, "setItem").mockImplementation(() => {
      throw new DOMException("refused", "QuotaExceededError");
    });
    keepDraft(key, entries);
    expect(readDraft(key, days)).toEqual(entries);
  });
});
