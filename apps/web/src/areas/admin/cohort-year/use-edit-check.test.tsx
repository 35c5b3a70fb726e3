import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { act } from "react";
import { createRoot, type Root } from "react-dom/client";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { useEditCheck } from "./use-edit-check.ts";

const COHORT = "01890a5d-ac96-774b-bcce-b302099a8057";
const HALF_DAY = "01890a5d-ac96-774b-bcce-b302099a8058";

interface Asked {
  readonly day: string;
  answer(verdict: "good" | "bad"): Promise<void>;
}

let asked: Asked[] = [];
let root: Root;
let page: HTMLElement;
const client = new QueryClient();

function Carried({ day }: { readonly day: string | null }) {
  const edit = day === null ? null : { halfDays: [{ id: HALF_DAY, day }] };
  const { check, isAsking } = useEditCheck({ cohortId: COHORT, planVersion: 1 }, edit);
  return <p>{isAsking ? "asking" : (check?.verdict ?? "nothing")}</p>;
}

async function carryTo(day: string | null): Promise<void> {
  await act(async () =>
    root.render(
      <QueryClientProvider client={client}>
        <Carried day={day} />
      </QueryClientProvider>,
    ),
  );
}

async function wait(): Promise<void> {
  await act(() => vi.advanceTimersByTimeAsync(500));
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("IS_REACT_ACT_ENVIRONMENT", true);
  vi.stubGlobal("fetch", (_: string, { body, signal }: { body: string; signal: AbortSignal }) => {
    const { promise, resolve, reject } = Promise.withResolvers<Response>();
    signal.addEventListener("abort", () => reject(new DOMException("", "AbortError")));
    const { halfDays } = JSON.parse(body) as { halfDays: { day: string }[] };
    asked.push({
      day: halfDays[0]?.day ?? "",
      answer: async (verdict) => {
        resolve(Response.json({ verdict, faults: [], conflicts: [], warnings: [] }));
        await wait();
      },
    });
    return promise;
  });
  asked = [];
  client.clear();
  page = document.body.appendChild(document.createElement("div"));
  root = createRoot(page);
});

afterEach(async () => {
  await act(async () => root.unmount());
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe("what the API says of where something is carried", () => {
  it("is asked once the target stays the same, not for those passed over", async () => {
    for (const day of [null, "2017-06-19", "2017-06-20", "2017-06-21"]) await carryTo(day);
    await wait();
    expect(asked.map(({ day }) => day)).toEqual(["2017-06-21"]);
    await asked[0]?.answer("bad");
    expect(page.textContent).toBe("bad");
  });

  it("is not shown for a target left meanwhile", async () => {
    await carryTo("2017-06-19");
    await wait();
    await carryTo("2017-06-20");
    await asked[0]?.answer("bad");
    expect(page.textContent).toBe("asking");
  });

  it("is remembered when the same target is come back to", async () => {
    await carryTo("2017-06-19");
    await wait();
    await asked[0]?.answer("good");
    await carryTo(null);
    expect(page.textContent).toBe("nothing");
    await carryTo("2017-06-19");
    expect(page.textContent).toBe("good");
    await wait();
    expect(asked).toHaveLength(1);
  });
});
