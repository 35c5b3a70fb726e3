// Runs before the first paint, so that neither the colours nor the language flash. The keys are those of
// theme/color-scheme.ts and locales/language.ts.
{
  const root = document.documentElement;
  let scheme = null;
  let language = null;
  try {
    scheme = localStorage.getItem("passerelle.color-scheme");
    language = localStorage.getItem("passerelle.language");
  } catch {
    // Storage refused by the browser: its own preferences hold.
  }
  const isDark = scheme === "dark" || (scheme !== "light" && matchMedia("(prefers-color-scheme: dark)").matches);
  root.setAttribute("data-mantine-color-scheme", isDark ? "dark" : "light");
  root.lang = language === "en" ? "en" : "fr";
}
