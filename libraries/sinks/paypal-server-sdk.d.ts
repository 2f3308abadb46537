// PayPal, `@paypal/paypal-server-sdk` 2. An order is captured once; what else moves money is known by its request id.

export class Client {
  constructor(options?: any);
}

export class OrdersController {
  constructor(client: Client);
  /**
   * @eos write payment non-idempotent
   * @eos keyed by=0.paypalRequestId label=paypalRequestId
   * @eos key-slot property=paypalRequestId at=0
   */
  createOrder(request: any, options?: any): Promise<any>;
  /** @eos write payment idempotent resource=0.id */
  captureOrder(request: any, options?: any): Promise<any>;
  /** @eos write payment idempotent resource=0.id */
  authorizeOrder(request: any, options?: any): Promise<any>;
  /** @eos write payment idempotent resource=0.id */
  patchOrder(request: any, options?: any): Promise<any>;
  /** @eos read payment resource=0.id */
  getOrder(request: any, options?: any): Promise<any>;
}

export class PaymentsController {
  constructor(client: Client);
  /**
   * @eos write payment non-idempotent
   * @eos keyed by=0.paypalRequestId label=paypalRequestId
   * @eos key-slot property=paypalRequestId at=0
   */
  captureAuthorizedPayment(request: any, options?: any): Promise<any>;
  /**
   * @eos write payment non-idempotent
   * @eos keyed by=0.paypalRequestId label=paypalRequestId
   * @eos key-slot property=paypalRequestId at=0
   */
  refundCapturedPayment(request: any, options?: any): Promise<any>;
  /** @eos write payment idempotent resource=0.id */
  voidPayment(request: any, options?: any): Promise<any>;
}
