import { describe, expect, it } from "vitest";
import type { Room } from "@passerelle/contracts/rooms";
import { distinctName, roomCandidates, trainerCandidates } from "./candidates.ts";

function trainer(name: string, ...codes: readonly string[]) {
  const competencies = codes.map((code) => {
    const blockCode = code < "C04" ? "CCP1" : "CCP2";
    return {
      id: code,
      code,
      title: code,
      blockId: blockCode,
      blockCode,
      blockTitle: blockCode,
      blockPosition: 1,
      titleVersionCode: "MSADS-2017",
    };
  });
  return { id: name, name, competencies };
}

function half(blockCode: string | null, ...codes: readonly string[]) {
  return { blockCode, competencies: codes.map((code) => ({ code, title: code })) };
}

function room(name: string, siteId: string, capacity: number): Room {
  return { id: name, name, siteId, siteName: siteId, capacity } as Room;
}

describe("who could teach", () => {
  const people = [trainer("Zoé", "C01"), trainer("Amel", "C01", "C02"), trainer("Bruno", "C04")];
  const names = (...halfDays: Parameters<typeof trainerCandidates>[1]) =>
    trainerCandidates(people, halfDays, "MSADS-2017").map(({ name, teaches }) => `${name} ${teaches}`);

  it("are first those who teach all the competencies worked on", () => {
    expect(names(half("CCP1", "C01", "C02"))).toEqual(["Amel all", "Bruno none", "Zoé none"]);
    expect(names(half("CCP1", "C01"))).toEqual(["Amel all", "Zoé all", "Bruno none"]);
  });

  it("are those of the block while its competencies are not said", () => {
    expect(names(half("CCP1"))).toEqual(["Amel all", "Zoé all", "Bruno none"]);
  });

  it("may be at home in a part of several half-days", () => {
    expect(names(half("CCP1", "C01"), half("CCP1", "C02"))).toEqual(["Amel all", "Zoé some", "Bruno none"]);
  });

  it("teach this edition, not another with the same codes", () => {
    expect(
      trainerCandidates(people, [half("CCP1", "C01")], "MSADS-2022").every((each) => each.teaches === "none"),
    ).toBe(true);
  });
});

describe("which rooms could do", () => {
  const rooms = [room("Étang", "B", 14), room("Aleph", "A", 8), room("Garrigue", "A", 14)];

  it("are first those of the cohort's site, then the others, then those too small", () => {
    const found = roomCandidates(rooms, "A", 12);
    expect(found.map(({ name }) => name)).toEqual(["Garrigue", "Étang", "Aleph"]);
    expect(found.map(({ isTooSmall }) => isTooSmall)).toEqual([false, false, true]);
  });

  it("are told apart by their site where two have one name", () => {
    const found = roomCandidates([...rooms, room("Étang", "A", 14)], "A", 12);
    expect(found.map((each) => distinctName(each, found))).toEqual(["Étang (A)", "Garrigue", "Étang (B)", "Aleph"]);
  });

  it("are by name alone where the cohort has no site", () => {
    expect(roomCandidates(rooms, null, 1).map(({ name }) => name)).toEqual(["Aleph", "Étang", "Garrigue"]);
  });
});
