// PayPal, `paypal-rest-sdk` 1. Callbacks; `PayPal-Request-Id` travels in the configuration argument.

type Callback = (error: any, result: any) => void;

export function configure(options: any): void;

export const payment: {
  /**
   * @eos write payment non-idempotent
   * @eos calls 1 later
   */
  create(payment: any, callback: Callback): void;
  /**
   * @eos write payment non-idempotent
   * @eos keyed by=1.headers.PayPal-Request-Id label=PayPal-Request-Id
   * @eos calls 2 later
   */
  create(payment: any, config: any, callback: Callback): void;
  /**
   * @eos write payment non-idempotent resource=0
   * @eos calls 2 later
   */
  execute(id: string, payer: any, callback: Callback): void;
};

export const sale: {
  /**
   * @eos write payment non-idempotent resource=0
   * @eos calls 2 later
   */
  refund(id: string, refund: any, callback: Callback): void;
};

export const payout: {
  /**
   * @eos write payment non-idempotent
   * @eos keyed by=0.sender_batch_header.sender_batch_id label=sender_batch_id
   * @eos calls 1 later
   * @eos calls 2 later
   */
  create(payout: any, syncModeOrCallback: any, callback?: Callback): void;
};

export {};
