/** Messages in the order in which they came; a test waits for one of them, never for time to pass. */
export interface Mailbox<Message> {
  readonly put: (message: Message) => void;
  readonly all: () => readonly Message[];
  /** The first message, of those that came and those to come, that is what the test waits for. */
  readonly first: (wanted: (message: Message) => boolean) => Promise<Message>;
}

export function openMailbox<Message>(): Mailbox<Message> {
  const messages: Message[] = [];
  const waiting = new Set<(message: Message) => void>();
  return {
    put: (message) => {
      messages.push(message);
      for (const look of waiting) look(message);
    },
    all: () => messages,
    first: (wanted) =>
      new Promise((resolve) => {
        const known = messages.find(wanted);
        if (known !== undefined) {
          resolve(known);
          return;
        }
        const look = (message: Message): void => {
          if (!wanted(message)) return;
          waiting.delete(look);
          resolve(message);
        };
        waiting.add(look);
      }),
  };
}
