import { MantineProvider } from "@mantine/core";
import { act } from "react";
import { createRoot, type Root } from "react-dom/client";
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { startLanguage } from "../locales/language.ts";
import { ShowMore } from "./ShowMore.tsx";

let root: Root;
const fetchNextPage = vi.fn();

async function show(hasNextPage: boolean, isFetchingNextPage = false): Promise<void> {
  const pages = { hasNextPage, isFetchingNextPage, fetchNextPage };
  await act(async () =>
    root.render(
      <MantineProvider env="test">
        <ShowMore pages={pages} />
      </MantineProvider>,
    ),
  );
}

const button = () => document.querySelector("button");

beforeAll(startLanguage);
beforeEach(() => {
  vi.stubGlobal("IS_REACT_ACT_ENVIRONMENT", true);
  vi.stubGlobal("matchMedia", () => ({ matches: false, addEventListener: () => 0, removeEventListener: () => 0 }));
  fetchNextPage.mockClear();
  root = createRoot(document.body.appendChild(document.createElement("div")));
});
afterEach(async () => {
  await act(async () => root.unmount());
  document.body.replaceChildren();
  vi.unstubAllGlobals();
});

describe("the button for more of a list", () => {
  it("keeps the keyboard’s place while more is on its way, and asks once", async () => {
    await show(true);
    button()?.focus();
    button()?.click();
    await show(true, true);
    button()?.click();
    expect(document.activeElement).toBe(button());
    expect(button()?.disabled).toBe(false);
    expect(button()?.getAttribute("aria-busy")).toBe("true");
    expect(fetchNextPage).toHaveBeenCalledTimes(1);
  });

  it("is there only while there is more", async () => {
    await show(false);
    expect(button()).toBeNull();
  });
});
