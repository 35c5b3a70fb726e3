/** A file's content as JSON carries it. */
export async function base64Of(file: Blob): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const characters = Array.from(bytes, (byte) => String.fromCodePoint(byte));
  return btoa(characters.join(""));
}
