// Twilio 3 to 6: text messages, voice calls, verification codes.

interface MessageListInstance {
  (sid: string): any;
  /** @eos write person non-idempotent */
  create(params: any, callback?: any): Promise<any>;
  list(params?: any): Promise<any[]>;
}

interface CallListInstance {
  (sid: string): any;
  /** @eos write person non-idempotent */
  create(params: any, callback?: any): Promise<any>;
  list(params?: any): Promise<any[]>;
}

interface VerifyService {
  verifications: {
    (sid: string): any;
    /** @eos write person non-idempotent */
    create(params: any, callback?: any): Promise<any>;
  };
  verificationChecks: { create(params: any, callback?: any): Promise<any> };
}

declare function TwilioSDK(sid?: string, token?: string, options?: any): TwilioSDK.Twilio;

declare namespace TwilioSDK {
  class Twilio {
    constructor(sid?: string, token?: string, options?: any);
    messages: MessageListInstance;
    calls: CallListInstance;
    verify: { v2: { services(sid: string): VerifyService } };
    conversations: any;
    lookups: any;
  }

  const jwt: any;
  const twiml: any;
}

export = TwilioSDK;
