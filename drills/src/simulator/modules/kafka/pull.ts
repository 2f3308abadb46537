import type { DeliveryOutcome } from '../../world/running-consumer.ts';

/**
 * Messages for a program that asks for them: a loop over a stream, or one that fetches. It is done with what it was handed
 * when it asks again.
 */
export class Pull<T> {
  private waiting: ((value: T) => void) | undefined;
  private finish: ((outcome: DeliveryOutcome) => void) | undefined;

  ask(): Promise<T> {
    this.done();
    return new Promise((resolve) => {
      this.waiting = resolve;
    });
  }

  /** The program wants no more. */
  done(): void {
    this.finish?.({ kind: 'returned' });
    this.finish = undefined;
  }

  hand(value: T): Promise<DeliveryOutcome> {
    return new Promise((resolve) => {
      this.finish = resolve;
      const { waiting } = this;
      this.waiting = undefined;
      waiting?.(value);
    });
  }
}
