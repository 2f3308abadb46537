import type { InjectedFault, InputMessage, ProgramCall, RunEvent, SimulatedRun, UnknownCall } from '../api.ts';
import type { CallSites } from '../program/call-site.ts';
import type { CompiledProgram } from '../program/compiled-program.ts';
import type { TableDefinitions } from '../sinks/database/database.ts';
import type { EffectIndex } from '../world/effect-index.ts';
import type { Observation } from '../world/ledger.ts';
import type { Point } from '../world/operation.ts';
import type { Holding } from '../world/held-back.ts';

/** What a unit is: the n-th consumer that the program runs, fed from one of its topics, or a call of one of its exports. */
export type UnitTarget =
  | { readonly kind: 'handler'; readonly index: number; readonly topic: string }
  | { readonly kind: 'call'; readonly call: ProgramCall };

/** What all runs of a unit have in common. */
export interface UnitSetting {
  readonly program: CompiledProgram;
  readonly target: UnitTarget;
  readonly tables: TableDefinitions;
  readonly env: Readonly<Record<string, string>>;
  readonly topics: readonly string[];
  readonly answer: object | string;
  readonly start: string | undefined;
  readonly downtime: number;
  /** Absent where effects are identified by resource. */
  readonly sites: CallSites | undefined;
}

/** What distinguishes one run from another. A plan and a setting determine all that happens. */
export interface RunPlan {
  readonly messages: readonly InputMessage[];
  readonly effects: EffectIndex;
  readonly fetch: SimulatedRun['fetch'];
  readonly faults: readonly InjectedFault[];
  readonly held?: SimulatedRun['held'];
  /** So many operations of an old owner later, whoever waited for its row goes on first. */
  readonly yieldAfter?: number;
  /** Whether records with a time to live are gone when a message comes again. */
  readonly expires: boolean;
  /** Whether handlers make their producers anew for each message, as the first run has shown. */
  readonly remakesProducers: boolean;
}

export interface RunResult {
  readonly plan: RunPlan;
  readonly outcome: SimulatedRun['outcome'];
  /** Whether its messages count as processed: the position is past them, or the call came back. */
  readonly settled: boolean;
  /** Ids of messages that the unit could not get past without somebody's help. */
  readonly stuckAt: ReadonlySet<string>;
  readonly events: readonly RunEvent[];
  readonly points: readonly Point[];
  /** Ordinals of the requests that something else overtook, or could have. */
  readonly detached: ReadonlySet<number>;
  readonly observations: ReadonlyMap<string, Observation>;
  /** Operations of an old owner while its successor waited for a row of its. */
  readonly overlap: number;
  readonly usesExpiry: boolean;
  /** A message came again while there was a record with a time to live, and the plan let none expire. */
  readonly expiryMatters: boolean;
  /** Requests, by ordinal, that something else would have come before if they had been held back until then. */
  readonly overtaken: Holding['overtaken'];
  /** How many points had been passed when the program asked whether its process has lost the partition. */
  readonly membershipAsked: ReadonlySet<number>;
  readonly remakesProducers: boolean;
  readonly unknownCalls: readonly UnknownCall[];
  /** Why the run says nothing about the program. */
  readonly problem?: string;
}
