// Numbers.

interface Number {
  /** @eos pure */
  toFixed(digits?: number): string;
  /** @eos pure */
  toPrecision(precision?: number): string;
  /** @eos pure */
  toExponential(digits?: number): string;
  /** @eos pure */
  toString(radix?: number): string;
  /** @eos pure */
  toLocaleString(locales?: any, options?: any): string;
  /** @eos pure */
  valueOf(): number;
}

interface NumberConstructor {
  /** @eos pure */
  new (value?: any): Number;
  /** @eos pure */
  (value?: any): number;
  /** @eos pure */
  isFinite(value: unknown): boolean;
  /** @eos pure */
  isInteger(value: unknown): boolean;
  /** @eos pure */
  isNaN(value: unknown): boolean;
  /** @eos pure */
  isSafeInteger(value: unknown): boolean;
  /** @eos pure */
  parseFloat(text: string): number;
  /** @eos pure */
  parseInt(text: string, radix?: number): number;
  readonly MAX_SAFE_INTEGER: number;
  readonly MIN_SAFE_INTEGER: number;
  readonly MAX_VALUE: number;
  readonly MIN_VALUE: number;
  readonly EPSILON: number;
  readonly POSITIVE_INFINITY: number;
  readonly NEGATIVE_INFINITY: number;
  readonly NaN: number;
  readonly prototype: Number;
}

declare var Number: NumberConstructor;

interface BigInt {
  /** @eos pure */
  toString(radix?: number): string;
  /** @eos pure */
  toLocaleString(locales?: any, options?: any): string;
  /** @eos pure */
  valueOf(): bigint;
}

interface BigIntConstructor {
  /** @eos pure */
  (value: bigint | boolean | number | string): bigint;
  /** @eos pure */
  asIntN(bits: number, value: bigint): bigint;
  /** @eos pure */
  asUintN(bits: number, value: bigint): bigint;
  readonly prototype: BigInt;
}

declare var BigInt: BigIntConstructor;

interface Math {
  /** @eos unstable random */
  random(): number;
  /** @eos pure */
  abs(x: number): number;
  /** @eos pure */
  ceil(x: number): number;
  /** @eos pure */
  floor(x: number): number;
  /** @eos pure */
  round(x: number): number;
  /** @eos pure */
  trunc(x: number): number;
  /** @eos pure */
  sign(x: number): number;
  /** @eos pure */
  min(...values: number[]): number;
  /** @eos pure */
  max(...values: number[]): number;
  /** @eos pure */
  pow(x: number, y: number): number;
  /** @eos pure */
  sqrt(x: number): number;
  /** @eos pure */
  cbrt(x: number): number;
  /** @eos pure */
  hypot(...values: number[]): number;
  /** @eos pure */
  exp(x: number): number;
  /** @eos pure */
  log(x: number): number;
  /** @eos pure */
  log2(x: number): number;
  /** @eos pure */
  log10(x: number): number;
  /** @eos pure */
  imul(x: number, y: number): number;
  /** @eos pure */
  clz32(x: number): number;
  /** @eos pure */
  fround(x: number): number;
  /** @eos pure */
  sin(x: number): number;
  /** @eos pure */
  cos(x: number): number;
  /** @eos pure */
  tan(x: number): number;
  /** @eos pure */
  atan2(y: number, x: number): number;
  readonly PI: number;
  readonly E: number;
}

declare var Math: Math;
declare var NaN: number;
declare var Infinity: number;

/** @eos pure */
declare function parseInt(text: string, radix?: number): number;
/** @eos pure */
declare function parseFloat(text: string): number;
/** @eos pure */
declare function isNaN(value: number): boolean;
/** @eos pure */
declare function isFinite(value: number): boolean;
