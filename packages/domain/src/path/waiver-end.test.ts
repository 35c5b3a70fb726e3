import { expect, test } from "vitest";
import { checkWaiverEnd, type WaiverEnd } from "./waiver-end.ts";

const end: WaiverEnd = {
  endedOn: "2017-10-01",
  employedFrom: "2016-09-01",
  employedUntil: null,
  trainingEndsOn: "2018-03-31",
  today: "2017-10-01",
};

test.each<[string, Partial<WaiverEnd>]>([
  ["today", {}],
  ["on its first day", { endedOn: "2016-09-01" }],
  ["on the last day of its contract", { employedUntil: "2017-10-01" }],
  ["the day before the training ends", { endedOn: "2018-03-30", today: "2018-04-10" }],
])("a job that ended %s lets its waiver lapse (P2)", (_, change) => {
  expect(checkWaiverEnd({ ...end, ...change })).toEqual([]);
});

test.each<[string, Partial<WaiverEnd>, string, object]>([
  [
    "before it began",
    { endedOn: "2016-08-31" },
    "ended_before_employment",
    { endedOn: "2016-08-31", employedFrom: "2016-09-01" },
  ],
  [
    "after its contract",
    { employedUntil: "2017-09-30" },
    "ended_after_employment",
    { endedOn: "2017-10-01", employedUntil: "2017-09-30" },
  ],
  [
    "once the training was over",
    { endedOn: "2018-03-31", today: "2018-04-10" },
    "training_covered",
    { endedOn: "2018-03-31", endsOn: "2018-03-31" },
  ],
  ["tomorrow", { endedOn: "2017-10-02" }, "in_future", { endedOn: "2017-10-02", today: "2017-10-01" }],
])("a job that ended %s does not (P2)", (_, change, code, facts) => {
  expect(checkWaiverEnd({ ...end, ...change })).toEqual([{ pointer: "/endedOn", code, facts }]);
});
