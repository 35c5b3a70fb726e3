interface Size {
  readonly width: number;
  readonly height: number;
}

/** The size in pixels that a PNG's first chunk says; null when it says none. */
export function sizeOfPng(bytes: Uint8Array): Size | null {
  if (bytes.length < 24 || String.fromCodePoint(...bytes.subarray(12, 16)) !== "IHDR") return null;
  const view = viewOf(bytes);
  return { width: view.getUint32(16), height: view.getUint32(20) };
}

/** The size in pixels that a JPEG's frame says; null when it has none. */
export function sizeOfJpeg(bytes: Uint8Array): Size | null {
  const view = viewOf(bytes);
  for (let at = 2; at + 9 <= bytes.length; at += 2 + view.getUint16(at + 2)) {
    if (bytes[at] !== 0xff) return null;
    if (isFrame(bytes[at + 1] ?? 0)) return { width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
  }
  return null;
}

/** Start of frame: C0 to CF, but for the three that are tables. */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
