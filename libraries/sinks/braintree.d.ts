// Braintree 2, 3. Its own duplicate check is a setting of the merchant's account, so nothing here counts as a key.

declare namespace braintree {
  class BraintreeGateway {
    constructor(config: any);
    transaction: TransactionGateway;
    subscription: SubscriptionGateway;
    customer: CustomerGateway;
    paymentMethod: any;
    clientToken: any;
  }

  interface TransactionGateway {
    /** @eos write payment non-idempotent */
    sale(request: any): Promise<any>;
    /** @eos write payment non-idempotent resource=0 */
    refund(id: string, amount?: any): Promise<any>;
    /** @eos write payment non-idempotent resource=0 */
    submitForSettlement(id: string, amount?: any): Promise<any>;
    /** @eos write payment idempotent resource=0 */
    void(id: string): Promise<any>;
    /** @eos read payment resource=0 */
    find(id: string): Promise<any>;
  }

  interface SubscriptionGateway {
    /** @eos write payment non-idempotent */
    create(request: any): Promise<any>;
    /** @eos write payment idempotent resource=0 */
    update(id: string, request: any): Promise<any>;
    /** @eos write payment idempotent resource=0 */
    cancel(id: string): Promise<any>;
  }

  interface CustomerGateway {
    /**
     * @eos write payment non-idempotent
     * @eos keyed by=0.id label=id
     */
    create(request: any): Promise<any>;
    /** @eos write payment idempotent resource=0 */
    update(id: string, request: any): Promise<any>;
  }

  const Environment: any;
}

export = braintree;
