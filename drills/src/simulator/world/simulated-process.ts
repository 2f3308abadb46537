import type { CallSite } from '../api.ts';
import type { EffectDescription, LocatedEffect } from './effect-index.ts';
import type { Application, EffectFacts } from './ledger.ts';
import type { Operation } from './operation.ts';
import { maskUnstable, payloadText } from './payload-text.ts';
import type { RunningConsumer } from './running-consumer.ts';
import type { Actor } from './scheduler.ts';
import type { World } from './world.ts';

/** A payload that stood for an effect on a message in the delivery that is under way. */
interface SeenPayload {
  readonly effect: EffectFacts;
  readonly message: string;
  readonly text: string;
}

/** One operating-system process: gone with its memory when it crashes, and unable to stop the world from going on. */
export class SimulatedProcess implements Actor {
  readonly number: number;
  readonly world: World;
  dead = false;
  starting = true;
  paused = false;
  /** It was asked to end when its handler has. */
  stopping = false;
  /** The group has given its partition to another process. */
  revoked = false;
  /** The group waits until the handler has ended, if the library asks it to. */
  private leaving = false;
  readonly consumers: RunningConsumer[] = [];
  private readonly atExit: (() => void)[] = [];
  private delivered: readonly string[] = [];
  private seen: SeenPayload[] = [];
  private readonly sites = new Map<string, CallSite>();

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

  /**
   * Should be called while the program's own call is on the stack. Where a library repeats a call by itself there is none,
   * and the place is where the same was done before.
   */
  locate(effect: EffectDescription): LocatedEffect {
    if (this.starting) return this.world.effects.locate(effect, undefined);
    const site = this.world.siteOfCall(effect) ?? this.sites.get(effect.label);
    if (site) this.sites.set(effect.label, site);
    return this.world.effects.locate(effect, site);
  }

  /** The applications that a payload stands for: one per message that it names, or that is being handled. */
  applicationsOf({ facts }: LocatedEffect, payload: unknown, content: unknown = payload): readonly Application[] {
    if (this.starting) return [];
    const { effects } = this.world;
    const text = payloadText(payload);
    const named = effects.partsNamedIn(text);
    const part = content === payload ? text : payloadText(content);
    if (named.length === 0) {
      return this.delivered.map((message) =>
        effects.application(facts, message, this.repetition(facts, message, part)),
      );
    }
    return named.map(({ message, item }) =>
      effects.application(facts, message, item || this.repetition(facts, message, part)),
    );
  }

  startDelivery(messages: readonly string[]): void {
    this.delivered = messages;
    this.seen = [];
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

  /** `handlerEnds`: the handler that runs now goes on to its end. */
  revoke(handlerEnds: boolean): void {
    this.revoked = true;
    this.leaving = handlerEnds;
    for (const { groupId, awaitsHandler = false } of this.consumers) {
      if (!(handlerEnds && awaitsHandler)) this.world.broker.groups.join(groupId);
    }
  }

  stop(): void {
    this.stopping = true;
  }

  /** For what a program, or a library, does differently once it has. */
  hasLostPartition(): boolean {
    const { membershipAsked, points } = this.world.scheduler;
    membershipAsked.add(points.length);
    return this.revoked;
  }

  /** The same of one whose library makes the group wait for handlers: this one has taken too long. */
  hasBeenExpelled(): boolean {
    return this.hasLostPartition() && !this.leaving;
  }

  wake(): void {
    this.paused = false;
  }

  /**
   * Where nothing names the part of the message: the number of different payloads of this effect before, in this
   * delivery. A repeat of the same payload is a repeat of the same part.
   */
  private repetition(effect: EffectFacts, message: string, text: string): string {
    const before = this.seen.filter((payload) => payload.effect === effect && payload.message === message);
    if (before.length === 0) {
      this.seen.push({ effect, message, text });
      return '';
    }
    const masked = maskUnstable(text);
    const position = before.findIndex((payload) => maskUnstable(payload.text) === masked);
    if (position < 0) this.seen.push({ effect, message, text });
    const repeated = position < 0 ? before.length : position;
    return repeated === 0 ? '' : `#${repeated + 1}`;
  }
}
