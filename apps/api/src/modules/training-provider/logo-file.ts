const extensions: Readonly<Record<string, string>> = {
  "image/png": "png",
  "image/jpeg": "jpg",
  "image/svg+xml": "svg",
};

/** The name of a logo's file, which also tells Typst what it is. */
export function logoFileName(type: string): string {
  return `logo.${extensions[type] ?? "bin"}`;
}
