import { isCallback, type Callback } from '../../world/callback.ts';
import type { SimulatedProcess } from '../../world/simulated-process.ts';

/** What the library's classes have in common: events, a connection, and callbacks that nobody catches errors of. */
export class EventSource {
  protected readonly process: SimulatedProcess;
  private readonly listeners = new Map<string, Callback[]>();
  private connected = false;

  constructor(process: SimulatedProcess) {
    this.process = process;
  }

  on(event: unknown, listener: unknown): this {
    const name = String(event);
    if (isCallback(listener)) this.listeners.set(name, [...(this.listeners.get(name) ?? []), listener]);
    return this;
  }

  once(event: unknown, listener: unknown): this {
    return this.on(event, listener);
  }

  off(): this {
    return this;
  }

  removeAllListeners(): this {
    return this;
  }

  connect(...args: readonly unknown[]): this {
    this.connected = true;
    const metadata = { topics: [], brokers: [] };
    this.later(() => {
      this.emit('ready', { name: 'simulated' }, metadata);
      this.callBack(args, undefined, metadata);
    });
    return this;
  }

  disconnect(...args: readonly unknown[]): this {
    this.connected = false;
    this.later(() => {
      this.emit('disconnected', {});
      this.callBack(args, undefined, {});
    });
    return this;
  }

  isConnected(): boolean {
    return this.connected;
  }

  getClient(): object {
    return {};
  }

  getLastError(): undefined {
    return undefined;
  }

  getMetadata(...args: readonly unknown[]): void {
    this.later(() => {
      this.callBack(args, undefined, { topics: [], brokers: [] });
    });
  }

  protected listenersOf(event: string): readonly Callback[] {
    return this.listeners.get(event) ?? [];
  }

  protected emit(event: string, ...args: readonly unknown[]): void {
    for (const listener of this.listenersOf(event)) this.uncaught(() => listener(...args));
  }

  /** The last argument, if it is a function, is told the outcome. */
  protected callBack(args: readonly unknown[], ...outcome: readonly unknown[]): void {
    const callback = args.findLast(isCallback);
    if (callback) this.uncaught(() => callback(...outcome));
  }

  protected answer(outcome: Promise<unknown>, args: readonly unknown[]): void {
    outcome.then(
      (result) => {
        this.callBack(args, null, result);
      },
      (error: unknown) => {
        this.callBack(args, error);
      },
    );
  }

  /** What a callback throws, or rejects with, ends the process. */
  protected uncaught(run: () => unknown): void {
    const end = (): void => {
      if (!this.process.starting) this.process.kill();
    };
    try {
      Promise.resolve(run()).catch(end);
    } catch {
      end();
    }
  }

  protected later(run: () => void): void {
    queueMicrotask(() => {
      if (!this.process.dead) run();
    });
  }
}
