// Runs before the first paint, so that neither the colours nor the language flash. Kept in step with
// theme/color-scheme.ts and locales/language.ts.
(function () {
  var root = document.documentElement;
  var stored = function (key) {
    try {
      return localStorage.getItem(key);
    } catch (error) {
      return null;
    }
  };
  var scheme = stored("passerelle.color-scheme");
  var dark = scheme === "dark" || (scheme !== "light" && matchMedia("(prefers-color-scheme: dark)").matches);
  root.setAttribute("data-mantine-color-scheme", dark ? "dark" : "light");
  root.lang = stored("passerelle.language") === "en" ? "en" : "fr";
})();
