import type { CallSite, UnknownCall } from '../api.ts';
import { Database, type TableDefinitions } from '../sinks/database/database.ts';
import { Broker } from '../sinks/kafka/broker.ts';
import { DocumentServer } from '../sinks/documents/document-server.ts';
import { RedisServer } from '../sinks/redis-server.ts';
import { Chance } from './chance.ts';
import type { EffectDescription, EffectIndex } from './effect-index.ts';
import { Expiry } from './expiry.ts';
import type { HeldBack } from './held-back.ts';
import { Ledger, type Application } from './ledger.ts';
import type { FaultPlan } from './operation.ts';
import { Scheduler } from './scheduler.ts';
import { Story } from './story.ts';
import { Timers } from './timers.ts';

export interface WorldSettings {
  readonly plan: FaultPlan;
  readonly held?: HeldBack | undefined;
  readonly yieldAfter?: number | undefined;
  readonly effects: EffectIndex;
  readonly tables: TableDefinitions;
  readonly env: Readonly<Record<string, string>>;
  /** A handler makes its producers anew for each message. */
  readonly remakesProducers: boolean;
  /** Seconds for which nobody handles messages, at most. */
  readonly downtime: number;
  /** The body of every answer to an HTTP request. */
  readonly answer: object | string;
  /** Finds the line of the program that makes the call which is being made; absent where nobody asks for places. */
  readonly siteOfCall?: ((effect: EffectDescription) => CallSite | undefined) | undefined;
}

/** Everything outside the processes of one run, and what outlives them. */
export class World {
  readonly settings: WorldSettings;
  readonly timers = new Timers();
  readonly story = new Story();
  readonly chance = new Chance();
  readonly ledger = new Ledger();
  readonly redis = new RedisServer();
  readonly broker = new Broker<readonly Application[]>();
  /** Contents by path. */
  readonly files = new Map<string, string>();
  /** Contents of the objects of S3, by bucket and key. */
  readonly objects = new Map<string, string>();
  /** What a provider has answered to requests with a key, by key. */
  readonly answers = new Map<string, object>();
  readonly effects: EffectIndex;
  readonly database: Database;
  readonly documents: DocumentServer;
  /** What ends by itself, when a message comes again. */
  readonly expiry: Expiry;
  readonly scheduler: Scheduler;
  /** What the program asked for and the simulator does not know. Any such thing makes the run worthless. */
  readonly notUnderstood = new Set<string>();

  readonly unknownCalls: UnknownCall[] = [];

  /** Whether a process has made a second producer with the same transactional id. */
  remakesProducers = false;

  private readonly producers = new Set<string>();
  private located = 0;

  constructor(settings: WorldSettings) {
    this.settings = settings;
    this.effects = settings.effects;
    this.database = new Database(settings.tables, this.chance);
    this.documents = new DocumentServer(settings.tables, () => this.chance.clock(this.timers.elapsed));
    this.expiry = new Expiry([this.redis, this.documents], settings.downtime);
    this.scheduler = new Scheduler({
      plan: settings.plan,
      held: settings.held,
      yieldAfter: settings.yieldAfter,
      timers: this.timers,
      story: this.story,
    });
  }

  noteProducer(process: number, transactionalId: string): void {
    const key = `${process} ${transactionalId}`;
    if (this.producers.has(key)) this.remakesProducers = true;
    this.producers.add(key);
  }

  /** Notes it in a run without a fault; must be called while the program's own call is on the stack. */
  noteUnknown(name: string, takesCallback: boolean): void {
    const { plan, held, siteOfCall } = this.settings;
    if (plan.size > 0 || held !== undefined) return;
    const site = siteOfCall?.({ kind: 'external-write', role: 'effect', category: 'http', resource: '', label: name });
    this.unknownCalls.push({ name, takesCallback, ...(site ? { site } : {}) });
  }

  /** The line of the program that makes the call which is being made; undefined where nobody asks for places. */
  siteOfCall(effect: EffectDescription): CallSite | undefined {
    const { siteOfCall, held } = this.settings;
    if (!siteOfCall) return undefined;
    this.located += 1;
    // Until something makes it different, a run repeats the one without faults; to look at the stack takes its time.
    const different = this.scheduler.struck > 0 || held !== undefined;
    return different ? siteOfCall(effect) : this.effects.siteOf(this.located - 1, () => siteOfCall(effect));
  }
}
