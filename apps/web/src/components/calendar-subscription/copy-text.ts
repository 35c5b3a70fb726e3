/** Copies what a field shows; where the browser keeps its clipboard to secure pages, in the way it had before. */
export async function copyText(field: HTMLInputElement): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(field.value);
    return true;
  } catch {
    field.focus();
    field.select();
    return document.execCommand("copy"); // the only way left on plain http
  }
}
