// Slack, `@slack/web-api` 5 to 8.

export class WebClient {
  constructor(token?: string, options?: any);
  /** @eos write person unknown resource=0 */
  apiCall(method: string, options?: any): Promise<any>;
  readonly chat: {
    /** @eos write person non-idempotent resource=0.channel */
    postMessage(params?: any): Promise<any>;
    /** @eos write person non-idempotent resource=0.channel */
    postEphemeral(params?: any): Promise<any>;
    /** @eos write person non-idempotent resource=0.channel */
    scheduleMessage(params?: any): Promise<any>;
    /** @eos write person idempotent resource=0.channel */
    update(params?: any): Promise<any>;
    /** @eos write person idempotent resource=0.channel */
    delete(params?: any): Promise<any>;
  };
  readonly files: {
    /** @eos write person non-idempotent */
    uploadV2(params?: any): Promise<any>;
  };
  readonly reactions: {
    /** @eos write person idempotent */
    add(params?: any): Promise<any>;
  };
  readonly conversations: any;
  readonly users: any;
}

export enum ErrorCode {
  PlatformError = 'slack_webapi_platform_error',
}
export enum LogLevel {
  ERROR = 'error',
}
