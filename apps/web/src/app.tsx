import { MantineProvider } from "@mantine/core";
import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { createQueryClient } from "./api/query-client.ts";
import { NoticeHost } from "./components/NoticeHost.tsx";
import { startLanguage } from "./locales/language.ts";
import { createAppRouter } from "./routes.tsx";
import { colorSchemeManager } from "./theme/color-scheme.ts";
import { cssVariables, theme } from "./theme/theme.ts";
import "@fontsource-variable/atkinson-hyperlegible-next/wght.css";
import "./theme/mantine.css";
import "./theme/tokens.css";
import "./theme/blocks.css";

/** Shows the application; `nonce` signs the style elements Mantine adds. */
export async function start(container: Element, nonce: string): Promise<void> {
  await startLanguage();
  const queryClient = createQueryClient({ signedOut: () => router.options.context.signedOut() });
  const router = createAppRouter(queryClient);
  createRoot(container).render(
    <StrictMode>
      <MantineProvider
        theme={theme}
        cssVariablesResolver={cssVariables}
        colorSchemeManager={colorSchemeManager}
        defaultColorScheme="auto"
        getStyleNonce={() => nonce}
      >
        <QueryClientProvider client={queryClient}>
          <RouterProvider router={router} />
          <NoticeHost />
        </QueryClientProvider>
      </MantineProvider>
    </StrictMode>,
  );
}
