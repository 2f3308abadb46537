import type { CallSite } from '../api.ts';
import type { Application, EffectFacts } from './ledger.ts';
import type { Operation } from './operation.ts';
import { maskUnstable, payloadText } from './payload-text.ts';
import type { RunningConsumer } from './running-consumer.ts';
import type { Actor } from './scheduler.ts';
import type { World } from './world.ts';

export type EffectDescription = Omit<EffectFacts, 'key' | 'site'>;

/** An effect with the line that makes it, before it is known for which message. */
export interface LocatedEffect {
  readonly facts: EffectFacts;
  readonly site: CallSite | undefined;
}

/** One operating-system process: gone with its memory when it crashes, and unable to stop the world from going on. */
export class SimulatedProcess implements Actor {
  readonly number: number;
  readonly world: World;
  dead = false;
  starting = true;
  paused = false;
  /** The group has given its partition to another process. */
  revoked = false;
  readonly consumers: RunningConsumer[] = [];
  private readonly atExit: (() => void)[] = [];
  private delivered: readonly string[] = [];
  private readonly payloads = new Map<string, string[]>();

  constructor(number: number, world: World) {
    this.number = number;
    this.world = world;
  }

  perform<T>(operation: Operation<T>): Promise<T> {
    return this.world.scheduler.submit(this, operation);
  }

  performNow<T>(operation: Operation<T>): T | undefined {
    return this.world.scheduler.performNow(this, operation);
  }

  /** Must be called while the program's own call is on the stack. */
  locate(effect: EffectDescription): LocatedEffect {
    const site = this.starting ? undefined : this.world.settings.siteOfCall?.();
    const resource = this.world.attribution.generic(effect.resource);
    const label = this.world.attribution.generic(effect.label);
    const key = site
      ? `${site.file}:${site.line}:${site.column} ${effect.kind} ${resource}`
      : `${effect.kind} ${effect.role} ${resource}`;
    const facts = { ...effect, resource, label, key };
    return { site, facts: site ? { ...facts, site } : facts };
  }

  /** The applications that a payload stands for: one per message that it names, or that is being handled. */
  applicationsOf({ facts }: LocatedEffect, payload: unknown): readonly Application[] {
    if (this.starting) return [];
    const text = payloadText(payload);
    const named = this.world.attribution.messagesIn(text);
    const messages = named.length > 0 ? named : this.delivered;
    return messages.map((message) => {
      const item = this.world.attribution.itemIn(text, message) || this.repetition(facts, message, text);
      return { key: `${facts.key}\n${message}\n${item}`, effect: facts, message, item };
    });
  }

  startDelivery(messages: readonly string[]): void {
    this.delivered = messages;
    this.payloads.clear();
  }

  onExit(run: () => void): void {
    this.atExit.push(run);
  }

  kill(): void {
    this.dead = true;
    this.world.timers.removeAll(this);
    this.world.scheduler.forget(this);
    for (const run of this.atExit) run();
  }

  revoke(): void {
    this.revoked = true;
    for (const consumer of this.consumers) this.world.broker.groups.join(consumer.groupId);
  }

  wake(): void {
    this.paused = false;
  }

  /**
   * Where nothing names the part of the message: the number of different payloads of this effect before, in this
   * delivery. A repeat of the same payload is a repeat of the same part.
   */
  private repetition({ key }: EffectFacts, message: string, text: string): string {
    const slot = `${key}\n${message}`;
    const known = this.payloads.get(slot);
    const payload = maskUnstable(text);
    if (!known) {
      this.payloads.set(slot, [payload]);
      return '';
    }
    if (!known.includes(payload)) known.push(payload);
    const position = known.indexOf(payload);
    return position === 0 ? '' : `#${position + 1}`;
  }
}
