// Odds and ends. What `promisify` returns does what its argument does.

/** @eos same */
export function promisify<F>(fn: F): F;
/** @eos same */
export function callbackify<F>(fn: F): F;
/** @eos same */
export function deprecate<F>(fn: F, message: string, code?: string): F;
export function debuglog(section: string, callback?: any): (...data: any[]) => void;
/** @eos pure */
export function format(...values: any[]): string;
/** @eos pure */
export function inspect(value: any, ...options: any[]): string;
/** @eos pure */
export function stripVTControlCharacters(text: string): string;
/** @eos pure */
export function isDeepStrictEqual(a: unknown, b: unknown): boolean;
export function inherits(constructor: any, superConstructor: any): void;
/** @eos env */
export function parseArgs(config?: any): any;
export const types: any;
declare const Encoder: typeof globalThis.TextEncoder;
declare const Decoder: typeof globalThis.TextDecoder;
export { Encoder as TextEncoder, Decoder as TextDecoder };
