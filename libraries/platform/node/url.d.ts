// Addresses, by import.

declare const AnyURL: typeof globalThis.URL;
type AnyURL = globalThis.URL;
declare const AnyURLSearchParams: typeof globalThis.URLSearchParams;
type AnyURLSearchParams = globalThis.URLSearchParams;
export { AnyURL as URL, AnyURLSearchParams as URLSearchParams };

/** @eos pure */
export function fileURLToPath(url: string | URL, options?: any): string;
/** @eos pure */
export function pathToFileURL(path: string, options?: any): URL;
/** @eos pure */
export function parse(url: string, ...rest: any[]): any;
/** @eos pure */
export function format(url: any, options?: any): string;
/** @eos pure */
export function resolve(from: string, to: string): string;
/** @eos pure */
export function domainToASCII(domain: string): string;
