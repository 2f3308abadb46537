/** Something the user must know although it is not a finding: a file left out, a bound reached, a configuration problem. */
export interface Notice {
  readonly message: string;
  readonly file?: string;
  /** True when a part of the slice was not analysed, so that a green result would be a lie. */
  readonly incomplete: boolean;
}
