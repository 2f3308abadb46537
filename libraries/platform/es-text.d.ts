// Text.

interface TemplateStringsArray extends ReadonlyArray<string> {
  readonly raw: readonly string[];
}

interface String {
  readonly length: number;
  readonly [index: number]: string;
  /** @eos pure */
  at(index: number): string | undefined;
  /** @eos pure */
  charAt(index: number): string;
  /** @eos pure */
  charCodeAt(index: number): number;
  /** @eos pure */
  codePointAt(index: number): number | undefined;
  /** @eos pure */
  concat(...texts: string[]): string;
  /** @eos pure */
  endsWith(text: string, end?: number): boolean;
  /** @eos pure */
  includes(text: string, start?: number): boolean;
  /** @eos pure */
  indexOf(text: string, start?: number): number;
  /** @eos pure */
  lastIndexOf(text: string, start?: number): number;
  /** @eos pure */
  localeCompare(text: string, locales?: any, options?: any): number;
  /** @eos pure */
  match(pattern: string | RegExp): RegExpMatchArray | null;
  /** @eos pure */
  matchAll(pattern: RegExp): ArrayIterator<RegExpExecArray>;
  /** @eos pure */
  normalize(form?: string): string;
  /** @eos pure */
  padEnd(length: number, fill?: string): string;
  /** @eos pure */
  padStart(length: number, fill?: string): string;
  /** @eos pure */
  repeat(count: number): string;
  /** @eos pure */
  replace(pattern: string | RegExp, replacement: string): string;
  /**
   * @eos calls 1 each
   * @eos pure
   */
  replace(pattern: string | RegExp, replacer: (match: string, ...groups: any[]) => string): string;
  /** @eos pure */
  replaceAll(pattern: string | RegExp, replacement: string): string;
  /**
   * @eos calls 1 each
   * @eos pure
   */
  replaceAll(pattern: string | RegExp, replacer: (match: string, ...groups: any[]) => string): string;
  /** @eos pure */
  search(pattern: string | RegExp): number;
  /** @eos pure */
  slice(start?: number, end?: number): string;
  /** @eos pure */
  split(separator: string | RegExp, limit?: number): string[];
  /** @eos pure */
  startsWith(text: string, start?: number): boolean;
  /** @eos pure */
  substr(start: number, length?: number): string;
  /** @eos pure */
  substring(start: number, end?: number): string;
  /** @eos pure */
  toLocaleLowerCase(locales?: string | string[]): string;
  /** @eos pure */
  toLocaleUpperCase(locales?: string | string[]): string;
  /** @eos pure */
  toLowerCase(): string;
  /** @eos pure */
  toUpperCase(): string;
  /** @eos pure */
  toString(): string;
  /** @eos pure */
  toWellFormed(): string;
  /** @eos pure */
  trim(): string;
  /** @eos pure */
  trimEnd(): string;
  /** @eos pure */
  trimStart(): string;
  /** @eos pure */
  valueOf(): string;
  [Symbol.iterator](): ArrayIterator<string>;
}

interface StringConstructor {
  /** @eos pure */
  new (value?: any): String;
  /** @eos pure */
  (value?: any): string;
  /** @eos pure */
  fromCharCode(...codes: number[]): string;
  /** @eos pure */
  fromCodePoint(...codes: number[]): string;
  /** @eos pure */
  raw(template: { raw: readonly string[] | ArrayLike<string> }, ...substitutions: any[]): string;
  readonly prototype: String;
}

declare var String: StringConstructor;

interface RegExpMatchArray extends Array<string> {
  index?: number;
  input?: string;
  groups?: { [name: string]: string };
}

interface RegExpExecArray extends Array<string> {
  index: number;
  input: string;
  groups?: { [name: string]: string };
}

interface RegExp {
  /** @eos pure */
  exec(text: string): RegExpExecArray | null;
  /** @eos pure */
  test(text: string): boolean;
  /** @eos pure */
  toString(): string;
  readonly source: string;
  readonly flags: string;
  readonly global: boolean;
  lastIndex: number;
}

interface RegExpConstructor {
  /** @eos pure */
  new (pattern: RegExp | string, flags?: string): RegExp;
  /** @eos pure */
  (pattern: RegExp | string, flags?: string): RegExp;
  readonly prototype: RegExp;
}

declare var RegExp: RegExpConstructor;

/** @eos pure */
declare function encodeURIComponent(text: string | number | boolean): string;
/** @eos pure */
declare function encodeURI(text: string): string;
/** @eos pure */
declare function decodeURIComponent(text: string): string;
/** @eos pure */
declare function decodeURI(text: string): string;
/** @eos pure */
declare function escape(text: string): string;
/** @eos pure */
declare function unescape(text: string): string;
/** @eos pure */
declare function btoa(text: string): string;
/** @eos pure */
declare function atob(text: string): string;
