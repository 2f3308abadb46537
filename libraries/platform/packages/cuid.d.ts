// cuid 2 and 3.

/** @eos unstable random */
declare function cuid(): string;

declare namespace cuid {
  /** @eos unstable random */
  function slug(): string;
  /** @eos pure */
  function isCuid(value: string): boolean;
  /** @eos pure */
  function isSlug(value: string): boolean;
}

export = cuid;
