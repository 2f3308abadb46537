import { MessageChannel, receiveMessageOnPort, Worker, type MessagePort } from 'node:worker_threads';
import { failureOf } from './analysis-failure.ts';
import type { Answer, Ask, Question } from './protocol.ts';

/** Milliseconds: a thread that has not begun by then never will. */
const patience = 60_000;
/** Milliseconds until an analysis that died is tried again: a run must not die of the same cause once per file. */
const retryAfter = 60_000;

/** Rules are synchronous and the analysis has a thread of its own: this sleeps until the thread has answered. */
export function openAnalysis(script: URL, now: () => number): Ask {
  let thread: Thread | undefined;
  let failure: { readonly answer: Answer; readonly at: number } | undefined;
  return (question) => {
    if (failure !== undefined && now() - failure.at < retryAfter) return failure.answer;
    try {
      thread ??= startThread(script);
      const { answer, isAlive } = thread.ask(question);
      if (isAlive) return answer;
      failure = { answer, at: now() };
    } catch (error) {
      failure = { answer: failureOf(error), at: now() };
    }
    thread = undefined;
    return failure.answer;
  };
}

interface Thread {
  readonly ask: (question: Question) => { readonly answer: Answer; readonly isAlive: boolean };
}

function startThread(script: URL): Thread {
  const bell = new Int32Array(new SharedArrayBuffer(4));
  const analysis = new MessageChannel();
  const alarm = new MessageChannel();
  const keeper = new Worker(new URL('./thread-keeper.js', import.meta.url), {
    workerData: { script: script.href, bell, port: alarm.port2, analysisPort: analysis.port2 },
    transferList: [alarm.port2, analysis.port2],
  });
  // The host ends when it is done, whatever this thread does; and never because of it.
  keeper.unref();
  keeper.on('error', () => undefined);
  if (Atomics.wait(bell, 0, 0, patience) === 'timed-out') throw new Error('the analysis could not be started');
  return {
    ask(question) {
      let heard = Atomics.load(bell, 0);
      analysis.port1.postMessage(question);
      for (;;) {
        const answer = received(analysis.port1);
        if (answer !== undefined) return { answer, isAlive: true };
        const lastWords = received(alarm.port1);
        if (lastWords !== undefined) return { answer: lastWords, isAlive: false };
        Atomics.wait(bell, 0, heard);
        heard = Atomics.load(bell, 0);
      }
    },
  };
}

function received(port: MessagePort): Answer | undefined {
  const envelope: { readonly message: Answer } | undefined = receiveMessageOnPort(port);
  return envelope?.message;
}
