// Dates. The clock differs at each delivery; the date that a message carries does not.

interface Date {
  /** @eos pure */
  getTime(): number;
  /** @eos pure */
  valueOf(): number;
  /** @eos pure */
  getDate(): number;
  /** @eos pure */
  getDay(): number;
  /** @eos pure */
  getFullYear(): number;
  /** @eos pure */
  getHours(): number;
  /** @eos pure */
  getMilliseconds(): number;
  /** @eos pure */
  getMinutes(): number;
  /** @eos pure */
  getMonth(): number;
  /** @eos pure */
  getSeconds(): number;
  /** @eos pure */
  getTimezoneOffset(): number;
  /** @eos pure */
  getUTCDate(): number;
  /** @eos pure */
  getUTCDay(): number;
  /** @eos pure */
  getUTCFullYear(): number;
  /** @eos pure */
  getUTCHours(): number;
  /** @eos pure */
  getUTCMilliseconds(): number;
  /** @eos pure */
  getUTCMinutes(): number;
  /** @eos pure */
  getUTCMonth(): number;
  /** @eos pure */
  getUTCSeconds(): number;
  /** @eos pure */
  setDate(day: number): number;
  /** @eos pure */
  setFullYear(year: number, month?: number, day?: number): number;
  /** @eos pure */
  setHours(hours: number, minutes?: number, seconds?: number, ms?: number): number;
  /** @eos pure */
  setMilliseconds(ms: number): number;
  /** @eos pure */
  setMinutes(minutes: number, seconds?: number, ms?: number): number;
  /** @eos pure */
  setMonth(month: number, day?: number): number;
  /** @eos pure */
  setSeconds(seconds: number, ms?: number): number;
  /** @eos pure */
  setTime(time: number): number;
  /** @eos pure */
  setUTCDate(day: number): number;
  /** @eos pure */
  setUTCFullYear(year: number, month?: number, day?: number): number;
  /** @eos pure */
  setUTCHours(hours: number, minutes?: number, seconds?: number, ms?: number): number;
  /** @eos pure */
  setUTCMinutes(minutes: number, seconds?: number, ms?: number): number;
  /** @eos pure */
  setUTCMonth(month: number, day?: number): number;
  /** @eos pure */
  setUTCSeconds(seconds: number, ms?: number): number;
  /** @eos pure */
  toDateString(): string;
  /** @eos pure */
  toISOString(): string;
  /** @eos pure */
  toJSON(key?: any): string;
  /** @eos pure */
  toLocaleDateString(locales?: any, options?: any): string;
  /** @eos pure */
  toLocaleString(locales?: any, options?: any): string;
  /** @eos pure */
  toLocaleTimeString(locales?: any, options?: any): string;
  /** @eos pure */
  toString(): string;
  /** @eos pure */
  toTimeString(): string;
  /** @eos pure */
  toUTCString(): string;
  [Symbol.toPrimitive](hint: string): string | number;
}

interface DateConstructor {
  /**
   * @eos when 0 pure
   * @eos when !0 unstable clock
   */
  new (value?: number | string | Date): Date;
  /** @eos pure */
  new (
    year: number,
    month: number,
    day?: number,
    hours?: number,
    minutes?: number,
    seconds?: number,
    ms?: number,
  ): Date;
  /** @eos unstable clock */
  (): string;
  /** @eos unstable clock */
  now(): number;
  /** @eos pure */
  parse(text: string): number;
  /** @eos pure */
  UTC(
    year: number,
    month?: number,
    day?: number,
    hours?: number,
    minutes?: number,
    seconds?: number,
    ms?: number,
  ): number;
  readonly prototype: Date;
}

declare var Date: DateConstructor;

declare namespace Intl {
  interface Format {
    /**
     * @eos when 0 pure
     * @eos when !0 unstable clock
     */
    format(value?: any): string;
    /**
     * @eos when 0 pure
     * @eos when !0 unstable clock
     */
    formatToParts(value?: any): { type: string; value: string }[];
    resolvedOptions(): any;
  }
  interface NumberFormat extends Format {}
  interface DateTimeFormat extends Format {}
  interface FormatConstructor<F> {
    /** @eos pure */
    new (locales?: string | readonly string[], options?: any): F;
    /** @eos pure */
    (locales?: string | readonly string[], options?: any): F;
  }
  var NumberFormat: FormatConstructor<NumberFormat>;
  var DateTimeFormat: FormatConstructor<DateTimeFormat>;
}
