import type { Notice } from '../facts/notice.ts';
import type { FileContent } from './workspace-host.ts';

/** Beyond this, parsing costs more than a run may cost; such files are bundles or data. */
const largestSource = 5 * 1024 * 1024;

interface SourceText {
  /** Without a byte order mark, so that positions are TypeScript's. Undefined: the file cannot be analysed. */
  readonly text: string | undefined;
  readonly notice: Notice | undefined;
}

/** Decodes a file of the slice. Whatever keeps a part of it from being analysed is said, never silent. */
export function readSource(content: FileContent, file: string): SourceText {
  if (content.kind === 'missing') return refused(file, 'The file was listed but cannot be found; it was not analysed.');
  if (content.kind === 'unreadable') return refused(file, `The file cannot be read (${content.reason}).`);
  const { bytes } = content;
  if (bytes.length > largestSource) {
    const size = (bytes.length / (1024 * 1024)).toFixed(1);
    return refused(file, `The file is too large to analyse (${size} MB, the limit is 5 MB).`);
  }
  if (isUtf16(bytes)) return refused(file, 'The file is encoded in UTF-16; only UTF-8 is analysed.');
  if (bytes.includes(0)) return refused(file, 'The file is binary (it contains a NUL byte); it was not analysed.');
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), notice: undefined };
  } catch {
    const message = 'The file is not valid UTF-8; it was analysed with replacement characters.';
    return { text: new TextDecoder().decode(bytes), notice: { message, file, incomplete: true } };
  }
}

/** Recognised by its byte order mark. */
export function isUtf16(bytes: Uint8Array): boolean {
  return (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
}

/** UTF-16 as UTF-8, so that a scan of bytes finds what such a file mentions. */
export function utf16ToUtf8(bytes: Uint8Array): Uint8Array {
  const encoding = bytes[0] === 0xff ? 'utf-16le' : 'utf-16be';
  return new TextEncoder().encode(new TextDecoder(encoding).decode(bytes));
}

function refused(file: string, message: string): SourceText {
  return { text: undefined, notice: { message, file, incomplete: true } };
}
