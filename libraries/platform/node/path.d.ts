// Paths. The ones that are resolved depend on the folder that the process was started in, which is the same each time.

export interface ParsedPath {
  root: string;
  dir: string;
  base: string;
  ext: string;
  name: string;
}

export interface PlatformPath {
  /** @eos pure */
  join(...parts: string[]): string;
  /** @eos pure */
  resolve(...parts: string[]): string;
  /** @eos pure */
  normalize(path: string): string;
  /** @eos pure */
  relative(from: string, to: string): string;
  /** @eos pure */
  dirname(path: string): string;
  /** @eos pure */
  basename(path: string, suffix?: string): string;
  /** @eos pure */
  extname(path: string): string;
  /** @eos pure */
  parse(path: string): ParsedPath;
  /** @eos pure */
  format(path: Partial<ParsedPath>): string;
  /** @eos pure */
  isAbsolute(path: string): boolean;
  readonly sep: string;
  readonly delimiter: string;
}

/** @eos pure */
export function join(...parts: string[]): string;
/** @eos pure */
export function resolve(...parts: string[]): string;
/** @eos pure */
export function normalize(path: string): string;
/** @eos pure */
export function relative(from: string, to: string): string;
/** @eos pure */
export function dirname(path: string): string;
/** @eos pure */
export function basename(path: string, suffix?: string): string;
/** @eos pure */
export function extname(path: string): string;
/** @eos pure */
export function parse(path: string): ParsedPath;
/** @eos pure */
export function format(path: Partial<ParsedPath>): string;
/** @eos pure */
export function isAbsolute(path: string): boolean;
export const sep: string;
export const delimiter: string;
export const posix: PlatformPath;
export const win32: PlatformPath;
