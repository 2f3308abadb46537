// @paralleldrive/cuid2 2 and 3.

/** @eos unstable random */
export function createId(): string;
export function init(options?: any): Create;
/** @eos pure */
export function isCuid(value: string, options?: any): boolean;
export function getConstants(): any;

interface Create {
  /** @eos unstable random */
  (): string;
}

export {};
