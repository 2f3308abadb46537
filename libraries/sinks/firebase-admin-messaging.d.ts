// Firebase Cloud Messaging, `firebase-admin` 10 to 14: pushes to people's devices.

export class Messaging {
  /** @eos write person non-idempotent */
  send(message: any, dryRun?: boolean): Promise<string>;
  /** @eos write person non-idempotent */
  sendEach(messages: any[], dryRun?: boolean): Promise<any>;
  /** @eos write person non-idempotent */
  sendEachForMulticast(message: any, dryRun?: boolean): Promise<any>;
  subscribeToTopic(tokens: any, topic: string): Promise<any>;
  unsubscribeFromTopic(tokens: any, topic: string): Promise<any>;
}

export function getMessaging(app?: any): Messaging;
