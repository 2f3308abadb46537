/** Something that keeps records which end by themselves. */
export interface Forgetful {
  /** Whether any record was ever given a time to live. */
  readonly usesExpiry: boolean;
  /** Whether a record would be gone so many seconds later. */
  isAnyMortal(seconds: number): boolean;
  forget(seconds: number): void;
}

/** The time for which nobody handles messages: it passes when a message comes again, and a run says so. */
export class Expiry {
  /** Whether there was a record that could have ended when time had passed and nothing did. */
  outlived = false;
  private readonly stores: readonly Forgetful[];
  private readonly seconds: number;

  constructor(stores: readonly Forgetful[], seconds: number) {
    this.stores = stores;
    this.seconds = seconds;
  }

  get isUsed(): boolean {
    return this.stores.some(({ usesExpiry }) => usesExpiry);
  }

  /** What may expire does so now, or lives on. */
  timePasses(expires: boolean): void {
    if (expires) this.letExpire();
    else this.outlived ||= this.isAnyMortal();
  }

  /** As much time has passed as ever does; false if that ends no record. */
  letExpire(): boolean {
    const isAny = this.isAnyMortal();
    for (const store of this.stores) store.forget(this.seconds);
    return isAny;
  }

  private isAnyMortal(): boolean {
    return this.stores.some((store) => store.isAnyMortal(this.seconds));
  }
}
