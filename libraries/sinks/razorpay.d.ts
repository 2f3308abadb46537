// Razorpay 2. It takes no key for a request, and a `receipt` may be used twice.

declare class Razorpay {
  constructor(options: any);
  orders: Razorpay.Orders;
  payments: Razorpay.Payments;
  refunds: Razorpay.Refunds;
  transfers: Razorpay.Transfers;
  subscriptions: Razorpay.Subscriptions;
  paymentLink: Razorpay.PaymentLinks;
  invoices: Razorpay.Invoices;
  customers: any;
  static validateWebhookSignature(body: string, signature: string, secret: string): boolean;
}

declare namespace Razorpay {
  interface Orders {
    /** @eos write payment non-idempotent */
    create(params: any, callback?: any): Promise<any>;
    /** @eos write payment idempotent resource=0 */
    edit(id: string, params: any, callback?: any): Promise<any>;
    /** @eos read payment resource=0 */
    fetch(id: string, callback?: any): Promise<any>;
    /** @eos read payment resource=0 */
    fetchPayments(id: string, callback?: any): Promise<any>;
  }

  interface Payments {
    /**
     * A captured payment cannot be captured again.
     * @eos write payment idempotent resource=0
     */
    capture(id: string, amount: any, currency: string, callback?: any): Promise<any>;
    /** @eos write payment non-idempotent resource=0 */
    refund(id: string, params?: any, callback?: any): Promise<any>;
    /** @eos write payment non-idempotent resource=0 */
    transfer(id: string, params: any, callback?: any): Promise<any>;
    /** @eos read payment resource=0 */
    fetch(id: string, ...more: any[]): Promise<any>;
  }

  interface Refunds {
    /** @eos read payment resource=0 */
    fetch(id: string, ...more: any[]): Promise<any>;
  }

  interface Transfers {
    /** @eos write payment non-idempotent */
    create(params: any, callback?: any): Promise<any>;
    /** @eos write payment non-idempotent resource=0 */
    reverse(id: string, params?: any, callback?: any): Promise<any>;
  }

  interface Subscriptions {
    /** @eos write payment non-idempotent */
    create(params: any, callback?: any): Promise<any>;
    /** @eos write payment idempotent resource=0 */
    cancel(id: string, ...more: any[]): Promise<any>;
  }

  interface PaymentLinks {
    /** @eos write payment non-idempotent */
    create(params: any, callback?: any): Promise<any>;
    /** @eos write payment idempotent resource=0 */
    cancel(id: string, callback?: any): Promise<any>;
  }

  interface Invoices {
    /** @eos write payment non-idempotent */
    create(params: any, callback?: any): Promise<any>;
  }
}

export = Razorpay;
