// Web Push, `web-push` 3: pushes to people's browsers.

declare namespace webpush {
  type PushSubscription = any;
  type SendResult = any;
  type RequestOptions = any;

  /** @eos write person non-idempotent */
  function sendNotification(
    subscription: PushSubscription,
    payload?: any,
    options?: RequestOptions,
  ): Promise<SendResult>;
  /** @eos pure */
  function generateRequestDetails(subscription: PushSubscription, payload?: any, options?: RequestOptions): any;
  function generateVAPIDKeys(): { publicKey: string; privateKey: string };
  function setVapidDetails(subject: string, publicKey: string, privateKey: string): void;
  function setGCMAPIKey(apiKey: string | null): void;
  class WebPushError extends Error {
    readonly statusCode: number;
    readonly body: string;
    readonly endpoint: string;
    readonly headers: any;
  }
}

export = webpush;
