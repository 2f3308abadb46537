// Firebase, `firebase-admin` 8 to 14: only its pushes are described.

declare namespace admin {
  namespace messaging {
    interface Messaging {
      /** @eos write person non-idempotent */
      send(message: any, dryRun?: boolean): Promise<string>;
      /** @eos write person non-idempotent */
      sendEach(messages: any[], dryRun?: boolean): Promise<any>;
      /** @eos write person non-idempotent */
      sendEachForMulticast(message: any, dryRun?: boolean): Promise<any>;
      /**
       * Gone since version 13.
       * @eos write person non-idempotent
       */
      sendMulticast(message: any, dryRun?: boolean): Promise<any>;
      subscribeToTopic(tokens: any, topic: string): Promise<any>;
    }
  }

  namespace app {
    interface App {
      name: string;
      messaging(): messaging.Messaging;
    }
  }

  const credential: any;
  const apps: any[];
  function initializeApp(options?: any, name?: string): app.App;
  function app(name?: string): app.App;
  function messaging(app?: app.App): messaging.Messaging;
}

export = admin;
