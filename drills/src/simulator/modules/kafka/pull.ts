import type { DeliveryOutcome } from '../../world/running-consumer.ts';

/**
 * Messages for a program that asks for them: a loop over a stream, or one that fetches. It is done with what it was handed
 * when it asks again.
 */
export class Pull<T> {
  private waiting: ((value: T) => void) | undefined;
  private finish: ((outcome: DeliveryOutcome) => void) | undefined;

  ask(): Promise<T> {
    this.end({ kind: 'returned' });
    return new Promise((resolve) => {
      this.waiting = resolve;
    });
  }

  /** The loop is left, by an error or on purpose: nothing goes on in this process. */
  left(): void {
    const error = 'the loop over the messages is left';
    this.end({ kind: 'threw', error, fatal: true, endsProcess: true });
  }

  hand(value: T): Promise<DeliveryOutcome> {
    return new Promise((resolve) => {
      this.finish = resolve;
      const { waiting } = this;
      this.waiting = undefined;
      waiting?.(value);
    });
  }

  private end(outcome: DeliveryOutcome): void {
    this.finish?.(outcome);
    this.finish = undefined;
  }
}
