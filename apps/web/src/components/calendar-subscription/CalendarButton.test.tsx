import { MantineProvider } from "@mantine/core";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { act, Suspense } from "react";
import { createRoot, type Root } from "react-dom/client";
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { startLanguage } from "../../locales/language.ts";
import { CalendarButton } from "./CalendarButton.tsx";

const address = {
  id: "01890a5d-ac96-774b-bcce-b302099a8057",
  kind: "person",
  cohortId: null,
  roomId: null,
  hint: "x7Qk",
  createdBy: "Camille Exemple",
  createdAt: "2017-05-02T10:00:00.000Z",
  lastReadOn: null,
  can: { revoke: { allowed: true } },
};
const told = { url: "https://exemple.test/c/secret.ics", webcalUrl: "webcal://exemple.test/c/secret.ics" };

let root: Root;
let sent: string[] = [];

/** A server where these addresses are in use, and a new one is answered so. */
function serve(items: object[], created: object = { ...address, ...told }): void {
  vi.stubGlobal("fetch", (url: string, { method }: { method: string }) => {
    sent.push(`${method} ${url.split("?")[0]}`);
    return Promise.resolve(Response.json(method === "POST" ? created : { items, nextCursor: null }));
  });
}

async function click(name: string): Promise<void> {
  const button = [...document.querySelectorAll("button")].find(({ textContent }) => textContent === name);
  if (button === undefined) throw new Error(`no button ${name}`);
  await act(async () => button.click());
}

/** Waits until the page says this; an answer that never comes ends the test by its time. */
async function until(words: string): Promise<void> {
  const isSaid = () => document.body.textContent.includes(words);
  while (!isSaid()) await act(() => new Promise(setImmediate));
}

const posts = () => sent.filter((each) => each.startsWith("POST"));
const linkTo = (words: string) =>
  [...document.querySelectorAll("a")].find(({ textContent }) => textContent.startsWith(words))?.getAttribute("href");

beforeAll(startLanguage);
beforeEach(async () => {
  vi.stubGlobal("IS_REACT_ACT_ENVIRONMENT", true);
  vi.stubGlobal("matchMedia", () => ({ matches: false, addEventListener: () => 0, removeEventListener: () => 0 }));
  vi.stubGlobal(
    "ResizeObserver",
    class {
      observe() {}
      unobserve() {}
      disconnect() {}
    },
  );
  const page = document.body.appendChild(document.createElement("div"));
  root = createRoot(page);
  await act(async () =>
    root.render(
      <MantineProvider env="test">
        <QueryClientProvider client={new QueryClient()}>
          <Suspense>
            <CalendarButton owner={{ kind: "person" }} />
          </Suspense>
        </QueryClientProvider>
      </MantineProvider>,
    ),
  );
});

afterEach(async () => {
  await act(async () => root.unmount());
  document.body.replaceChildren();
  sent = [];
  vi.unstubAllGlobals();
});

describe("subscribing", () => {
  it("makes an address with the first click, and opens it with the second", async () => {
    serve([]);
    await click("S’abonner au calendrier");
    await until("Ouvrir dans mon calendrier");
    expect(posts()).toEqual(["POST /api/v1/calendar-feeds"]);
    expect(linkTo("Ouvrir dans mon calendrier")).toBe(told.webcalUrl);
    expect(linkTo("Ajouter à Google Agenda")).toBe(
      "https://calendar.google.com/calendar/r?cid=webcal%3A%2F%2Fexemple.test%2Fc%2Fsecret.ics",
    );
  });

  it("makes none by itself where some are in use", async () => {
    serve([address]);
    await click("S’abonner au calendrier");
    await until("Adresse qui finit par x7Qk");
    expect(posts()).toEqual([]);
    await click("Créer une autre adresse");
    await until("Ouvrir dans mon calendrier");
    expect(posts()).toHaveLength(1);
  });

  it("says what to do when the answer with the address was lost", async () => {
    serve([], { ...address, url: null, webcalUrl: null });
    await click("S’abonner au calendrier");
    await until("L’adresse n’a pas pu être affichée");
    expect(linkTo("Ouvrir dans mon calendrier")).toBeUndefined();
  });
});
