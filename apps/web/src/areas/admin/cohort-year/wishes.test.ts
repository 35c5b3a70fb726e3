import { describe, expect, it } from "vitest";
import type { Cohort } from "@passerelle/contracts/cohorts";
import type { Room } from "@passerelle/contracts/rooms";
import type { Trainer } from "@passerelle/contracts/trainers";
import { bodyOf, firstWishes, isWeight, preferring, type Wishes } from "./wishes.ts";

const cohort = {
  startsOn: "2017-05-16",
  endsOn: "2018-03-31",
  capacity: 12,
  site: { id: "A", name: "A" },
  programme: { titleVersion: { code: "MSADS-2017" }, examDayCount: 2 },
} as Cohort;
const blocks = [{ code: "CCP1" }, { code: "CCP2" }];

function trainer(id: string, blockCode: string, titleVersionCode = "MSADS-2017"): Trainer {
  return { id, name: id, competencies: [{ blockCode, titleVersionCode }] } as Trainer;
}

function room(id: string, siteId: string, capacity: number): Room {
  return { id, name: id, siteId, siteName: siteId, capacity } as Room;
}

const trainers = [trainer("amel", "CCP1"), trainer("bruno", "CCP1", "MSADS-2022")];
const rooms = [room("petite", "A", 8), room("garrigue", "A", 14), room("ailleurs", "B", 20)];
const first = firstWishes(cohort, blocks, trainers, rooms);

describe("what is wished before anything is chosen", () => {
  it("is everybody who teaches a block of this edition", () => {
    expect(first.trainers).toEqual({ CCP1: ["amel"], CCP2: [] });
  });

  it("is the rooms of the cohort's site that seat everybody, any site's where it has none", () => {
    expect(first.rooms).toEqual(["garrigue"]);
    expect(firstWishes({ ...cohort, site: null }, blocks, trainers, rooms).rooms).toEqual(["ailleurs", "garrigue"]);
  });

  it("asks for as many certification days as the programme has", () => {
    expect(first.examDays).toEqual(["", ""]);
  });
});

describe("what the proposal is asked", () => {
  const asked = (part: Partial<Wishes>) => bodyOf({ ...first, ...part });

  it("leaves out what is not wished", () => {
    expect(asked({ rooms: [], trainers: { CCP1: [] } })).toEqual({
      notBefore: "2017-05-16",
      notAfter: "2018-03-31",
      skipMonths: [],
      closures: [],
    });
  });

  it("names trainers block by block and rooms, preferred ones first", () => {
    const body = asked({ trainers: { CCP1: ["b", "a"], CCP2: [] }, rooms: ["r2", "r1"] });
    expect(body.trainers).toEqual([{ blockCode: "CCP1", trainerIds: ["b", "a"] }]);
    expect(body.rooms).toEqual(["r2", "r1"]);
  });

  it("gives the certification days that are fixed, in date order", () => {
    expect(asked({ examDays: ["2018-03-16", "2018-03-15"] }).examDays).toEqual(["2018-03-15", "2018-03-16"]);
    expect(asked({ examDays: ["", "2018-03-15"] }).examDays).toEqual(["2018-03-15"]);
  });

  it("gives weights only where the blocks go side by side", () => {
    const weights = { CCP1: "2", CCP2: " " };
    expect(asked({ order: "sequence", weights })).not.toHaveProperty("weights");
    expect(asked({ order: "interleaved", weights })).toMatchObject({ order: "interleaved", weights: { CCP1: 2 } });
    expect(asked({ order: "interleaved" })).not.toHaveProperty("weights");
  });

  it("skips no month that is no longer between the bounds", () => {
    expect(asked({ skipMonths: ["2017-08", "2019-01"] }).skipMonths).toEqual(["2017-08"]);
  });
});

it.each([
  ["", true],
  ["1", true],
  ["100", true],
  ["0", false],
  ["101", false],
  ["1,5", false],
])("a weight of “%s” is accepted: %s", (weight, accepted) => {
  expect(isWeight(weight)).toBe(accepted);
});

it("the one preferred comes first, the others keep their order", () => {
  expect(preferring(["a", "b", "c"], "c")).toEqual(["c", "a", "b"]);
});
