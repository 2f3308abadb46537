// AWS SDK 3, EventBridge. A bus has no memory of what it was given: every call is an event of its own.

export class EventBridgeClient {
  constructor(config?: any);
  /** @eos command at=0 */
  send(command: any, options?: any): Promise<any>;
  destroy(): void;
  readonly config: any;
}

export class EventBridge extends EventBridgeClient {
  /** @eos write queue non-idempotent resource=0.Entries.*.EventBusName */
  putEvents(input: any, options?: any): Promise<any>;
  /** @eos write queue non-idempotent */
  putPartnerEvents(input: any, options?: any): Promise<any>;
  /** @eos write queue idempotent resource=0.Name */
  putRule(input: any, options?: any): Promise<any>;
  /** @eos write queue idempotent resource=0.Rule */
  putTargets(input: any, options?: any): Promise<any>;
}

/** @eos write queue non-idempotent resource=0.Entries.*.EventBusName */
export class PutEventsCommand {}

/** @eos write queue non-idempotent */
export class PutPartnerEventsCommand {}

/** @eos write queue idempotent resource=0.Name */
export class PutRuleCommand {}

/** @eos write queue idempotent resource=0.Rule */
export class PutTargetsCommand {}

/** @eos write queue idempotent removes resource=0.Name */
export class DeleteRuleCommand {}
