declare module '@house/transfers' {
  export class Transfers {
    constructor(url: string);

    /**
     * @eos write payment non-idempotent
     * @eos keyed by=1.key
     */
    send(transfer: object, options?: { key?: string }): Promise<void>;
  }
}
