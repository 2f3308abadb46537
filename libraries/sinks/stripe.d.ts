// Stripe 8 to 23. A create, or a step that moves money, is repeatable only with the request option `idempotencyKey`.

type Answer<T = any> = Promise<T & { lastResponse: any }>;
type List = Answer<{ data: any[]; has_more: boolean }> & AsyncIterable<any>;

interface Creates {
  /**
   * @eos write payment non-idempotent resource=this
   * @eos keyed by=1.idempotencyKey
   * @eos key-slot property=idempotencyKey at=1
   */
  create(params?: any, options?: any): Answer;
  /** @eos read payment resource=this */
  retrieve(id: any, params?: any, options?: any): Answer;
  /** @eos read payment resource=this */
  list(params?: any, options?: any): List;
}

interface Updates extends Creates {
  /** @eos write payment idempotent resource=this */
  update(id: string, params?: any, options?: any): Answer;
}

interface Searches extends Updates {
  /** @eos read payment resource=this */
  search(params: any, options?: any): any;
}

interface Deletes {
  /** @eos write payment idempotent resource=this */
  del(id: string, params?: any, options?: any): Answer;
}

/** What a catalogue is made of moves no money. */
interface Catalogue extends Pick<Searches & Deletes, 'retrieve' | 'list' | 'search' | 'update' | 'del'> {
  /**
   * @eos write http non-idempotent resource=this
   * @eos keyed by=1.idempotencyKey|0.id
   * @eos key-slot property=idempotencyKey at=1
   */
  create(params?: any, options?: any): Answer;
}

interface Cancels {
  /**
   * @eos write payment non-idempotent resource=this
   * @eos keyed by=2.idempotencyKey|1.idempotencyKey
   * @eos key-slot property=idempotencyKey at=2
   */
  cancel(id: string, params?: any, options?: any): Answer;
}

interface Confirms {
  /**
   * @eos write payment non-idempotent resource=this
   * @eos keyed by=2.idempotencyKey|1.idempotencyKey
   * @eos key-slot property=idempotencyKey at=2
   */
  confirm(id: string, params?: any, options?: any): Answer;
}

interface Captures {
  /**
   * @eos write payment non-idempotent resource=this
   * @eos keyed by=2.idempotencyKey|1.idempotencyKey
   * @eos key-slot property=idempotencyKey at=2
   */
  capture(id: string, params?: any, options?: any): Answer;
}

interface Transfers extends Updates {
  /**
   * @eos write payment non-idempotent resource=this
   * @eos keyed by=2.idempotencyKey|1.idempotencyKey
   * @eos key-slot property=idempotencyKey at=2
   */
  createReversal(id: string, params?: any, options?: any): Answer;
}

interface Invoices extends Searches, Deletes {
  /**
   * @eos write payment non-idempotent resource=this
   * @eos keyed by=2.idempotencyKey|1.idempotencyKey
   * @eos key-slot property=idempotencyKey at=2
   */
  pay(id: string, params?: any, options?: any): Answer;
  /**
   * @eos write payment non-idempotent resource=this
   * @eos keyed by=2.idempotencyKey|1.idempotencyKey
   * @eos key-slot property=idempotencyKey at=2
   */
  finalizeInvoice(id: string, params?: any, options?: any): Answer;
  /**
   * @eos write payment non-idempotent resource=this
   * @eos keyed by=2.idempotencyKey|1.idempotencyKey
   * @eos key-slot property=idempotencyKey at=2
   */
  sendInvoice(id: string, params?: any, options?: any): Answer;
  /**
   * @eos write payment non-idempotent resource=this
   * @eos keyed by=2.idempotencyKey|1.idempotencyKey
   * @eos key-slot property=idempotencyKey at=2
   */
  voidInvoice(id: string, params?: any, options?: any): Answer;
}

interface Customers extends Searches, Deletes {
  /**
   * @eos write payment non-idempotent resource=this
   * @eos keyed by=2.idempotencyKey|1.idempotencyKey
   * @eos key-slot property=idempotencyKey at=2
   */
  createBalanceTransaction(id: string, params?: any, options?: any): Answer;
  /**
   * @eos write payment non-idempotent resource=this
   * @eos keyed by=2.idempotencyKey|1.idempotencyKey
   * @eos key-slot property=idempotencyKey at=2
   */
  createSource(id: string, params?: any, options?: any): Answer;
}

interface PaymentMethods extends Updates {
  /**
   * @eos write payment non-idempotent resource=this
   * @eos keyed by=2.idempotencyKey|1.idempotencyKey
   * @eos key-slot property=idempotencyKey at=2
   */
  attach(id: string, params?: any, options?: any): Answer;
  /**
   * @eos write payment non-idempotent resource=this
   * @eos keyed by=2.idempotencyKey|1.idempotencyKey
   * @eos key-slot property=idempotencyKey at=2
   */
  detach(id: string, params?: any, options?: any): Answer;
}

interface Subscriptions extends Searches {
  /** @eos write payment idempotent resource=this */
  cancel(id: string, params?: any, options?: any): Answer;
}

interface BalanceTransactions {
  /** @eos read payment resource=this */
  retrieve(id: string, params?: any, options?: any): Answer;
  /** @eos read payment resource=this */
  list(params?: any, options?: any): List;
}

interface Stripe {
  paymentIntents: Searches & Cancels & Confirms & Captures;
  setupIntents: Updates & Cancels & Confirms;
  charges: Searches & Captures;
  refunds: Updates & Cancels;
  transfers: Transfers;
  payouts: Updates & Cancels;
  topups: Updates & Cancels;
  invoices: Invoices;
  invoiceItems: Updates & Deletes;
  customers: Customers;
  subscriptions: Subscriptions;
  paymentMethods: PaymentMethods;
  products: Catalogue;
  prices: Catalogue;
  coupons: Catalogue;
  plans: Catalogue;
  promotionCodes: Catalogue;
  taxRates: Catalogue;
  accounts: Updates & Deletes;
  paymentLinks: Catalogue;
  checkout: { sessions: Creates };
  balanceTransactions: BalanceTransactions;
  webhooks: any;
}

type Instance = Stripe;
interface StripeConstructor {
  new (key: string, config?: any): Stripe;
  (key: string, config?: any): Stripe;
  Stripe: StripeConstructor;
  errors: any;
  webhooks: any;
}

declare const Stripe: StripeConstructor;

declare namespace Stripe {
  type Stripe = Instance;
  interface RequestOptions {
    [option: string]: any;
  }
  type Response<T> = T & { lastResponse: any };
  type Charge = any;
  type Customer = any;
  type Event = any;
  type Invoice = any;
  type PaymentIntent = any;
  type Payout = any;
  type Refund = any;
  type Subscription = any;
  type Transfer = any;
}

export = Stripe;
