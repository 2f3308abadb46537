import { MessagePort } from 'node:worker_threads';
import type { Answer, Ask, Question } from './protocol.ts';

/** What a thread is given to talk to one that sleeps until it hears something. */
export interface ThreadData {
  /** Counts messages; whoever sleeps wakes up when it changes. */
  readonly bell: Int32Array;
  readonly port: MessagePort;
}

export function isThreadData(value: unknown): value is ThreadData {
  return (
    typeof value === 'object' &&
    value !== null &&
    'bell' in value &&
    value.bell instanceof Int32Array &&
    'port' in value &&
    value.port instanceof MessagePort
  );
}

/** Sends what the other side waits for. */
export function tell({ bell, port }: ThreadData, answer: Answer): void {
  port.postMessage(answer);
  ring(bell);
}

export function ring(bell: Int32Array): void {
  Atomics.add(bell, 0, 1);
  Atomics.notify(bell, 0);
}

/** Answers whatever comes. */
export function answerOn(link: ThreadData, ask: Ask): void {
  link.port.on('message', (question: Question) => {
    tell(link, ask(question));
  });
}
