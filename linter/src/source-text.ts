/** A file's text, and whether it began with a byte order mark. */
export interface SourceText {
  readonly text: string;
  readonly byteOrderMark: boolean;
}

const mark = '\uFEFF';

/** The text of UTF-8 bytes without its byte order mark; undefined when encoding it again would not give the same bytes. */
export function decodeExactly(bytes: Uint8Array): SourceText | undefined {
  try {
    const whole = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    const byteOrderMark = whole.startsWith(mark);
    return { text: byteOrderMark ? whole.slice(1) : whole, byteOrderMark };
  } catch {
    return undefined;
  }
}

/** The text of a file for showing it: bytes that are no UTF-8 become U+FFFD. */
export function decodeForDisplay(bytes: Uint8Array): string {
  return new TextDecoder('utf-8').decode(bytes);
}

export function encodeExactly({ text, byteOrderMark }: SourceText): Uint8Array {
  return new TextEncoder().encode(byteOrderMark ? mark + text : text);
}
