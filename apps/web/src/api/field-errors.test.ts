import { describe, expect, it } from "vitest";
import { ApiError } from "./api-error.ts";
import { sortFaults } from "./field-errors.ts";

function refused(...faults: [pointer: string, detail: string][]): ApiError {
  const errors = faults.map(([pointer, detail]) => ({ pointer, detail, code: "c" }));
  return new ApiError({
    type: "t",
    title: "T",
    status: 400,
    detail: "D",
    code: "request_invalid",
    requestId: "r",
    errors,
  });
}

describe("the faults of a refused form", () => {
  it("go to their fields, nested ones by their path", () => {
    const { byField, elsewhere } = sortFaults(
      refused(["/name", "Trop long."], ["/contacts/0/email", "Pas une adresse."]),
      ["name", "contacts"],
    );
    expect(byField).toEqual({ name: "Trop long.", "contacts.0.email": "Pas une adresse." });
    expect(elsewhere).toEqual([]);
  });

  it("are said together when one field has several", () => {
    expect(sortFaults(refused(["/days/0", "Férié."], ["/days/0", "Fermé."]), ["days"]).byField).toEqual({
      "days.0": "Férié. Fermé.",
    });
  });

  it("that belong to no field are kept apart", () => {
    expect(sortFaults(refused(["query/limit", "Trop."], ["", "En tout."]), ["name"])).toEqual({
      byField: {},
      elsewhere: ["Trop.", "En tout."],
    });
  });

  it("undo the escapes of a JSON Pointer", () => {
    expect(sortFaults(refused(["/a~1b", "X"]), ["a/b"]).byField).toEqual({ "a/b": "X" });
  });

  it("are none without a problem document", () => {
    expect(sortFaults(new ApiError(null), ["name"])).toEqual({ byField: {}, elsewhere: [] });
  });
});
