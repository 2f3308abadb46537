import { LoadedProgram } from '../program/loaded-program.ts';
import {
  fedPartition,
  firstOffset,
  type DeliveryOutcome,
  type FetchedRecord,
  type RunningConsumer,
} from '../world/running-consumer.ts';
import { endOf, nameOf, outcomeOf, recordOf } from './delivery-words.ts';
import { fetchedRecords } from './fetched-records.ts';
import { observeOutputs } from './observe-outputs.ts';
import { SimulatedProcess } from '../world/simulated-process.ts';
import type { World } from '../world/world.ts';
import { worldOf } from './world-of-run.ts';
import type { RunPlan, RunResult, UnitSetting, UnitTarget } from './run-plan.ts';

/** Deliveries in a row that get nowhere, without a fault, before somebody restarts the process. */
const patience = 3;
/** A batch may pass no sooner than all of its records are gone, one after the other: a wait for each message, and one more. */
const mostWaits = 3;

type HandlerTarget = UnitTarget & { readonly kind: 'handler' };

interface Running {
  readonly process: SimulatedProcess;
  readonly program: LoadedProgram;
}

interface Member extends Running {
  readonly consumer: RunningConsumer;
}

interface Delivery {
  outcome: DeliveryOutcome | undefined;
}

/** Carries a plan out, from the first process to the last thing that can happen. */
export class UnitRun {
  private readonly setting: UnitSetting;
  private readonly plan: RunPlan;
  private readonly world: World;
  private processes = 0;
  private problem: string | undefined;
  private outcome: RunResult['outcome'] = 'done';
  private returned = false;
  private owner: SimulatedProcess | undefined;
  private readonly stuckAt = new Set<string>();
  private readonly seen = new Set<string>();
  private restartedAt: number | undefined;
  private waited = { at: -1, times: 0 };

  constructor(setting: UnitSetting, plan: RunPlan) {
    this.setting = setting;
    this.plan = plan;
    this.world = worldOf(setting, plan);
  }

  async execute(): Promise<RunResult> {
    const { target } = this.setting;
    if (target.kind === 'handler') await this.ownToTheEnd(target);
    else await this.callToTheEnd(target.call.export, target.call.args);
    observeOutputs(this.world);
    const { scheduler, story, ledger, expiry } = this.world;
    const problem = this.problem ?? [...this.world.notUnderstood][0];
    return {
      plan: this.plan,
      outcome: this.outcome,
      settled: target.kind === 'handler' || this.returned,
      stuckAt: this.stuckAt,
      events: story.events,
      points: scheduler.points,
      detached: scheduler.detached,
      observations: ledger.all(),
      overlap: scheduler.overlap,
      usesExpiry: expiry.isUsed,
      expiryMatters: expiry.outlived,
      overtaken: scheduler.holding.overtaken,
      membershipAsked: scheduler.membershipAsked,
      remakesProducers: this.world.remakesProducers,
      unknownCalls: this.world.unknownCalls,
      ...(problem === undefined ? {} : { problem }),
    };
  }

  /** A process that dies over work that its handlers did not wait for is started again. */
  private async ownToTheEnd(target: HandlerTarget): Promise<void> {
    do {
      await this.own(target);
      await this.comeToRest();
    } while (this.owner?.dead === true && this.outcome === 'done' && this.problem === undefined);
  }

  private async callToTheEnd(name: string, args: readonly unknown[]): Promise<void> {
    await this.call(name, args);
    await this.comeToRest();
  }

  /** Processes own the partition, one after the other, until its messages are passed. */
  private async own(target: HandlerTarget): Promise<void> {
    let member = await this.join(target);
    let futile = 0;
    while (member) {
      const { process, consumer }: Member = member;
      this.owner = process;
      const from = consumer.position;
      const records = fetchedRecords(this.plan, consumer);
      if (records.length === 0) return;
      const struck = this.world.scheduler.struck;
      const delivery = await this.deliver(process, consumer, records);
      if (process.revoked && !process.dead) {
        await this.handOver(target, process, delivery);
        return;
      }
      const isStruck = this.world.scheduler.struck > struck;
      futile = isStruck || (!process.dead && consumer.position > from) ? 0 : futile + 1;
      // An error after which the library gives up is one like any other: somebody starts it again.
      const waiting = records.filter(({ offset }) => process.dead || offset >= consumer.position);
      const end = this.helped(process, { ...delivery, futile }, waiting, from);
      if (end === 'stuck') return;
      if (end === 'waited') futile = 0;
      if (!process.dead) continue;
      // Where an error ends the process, the next one may be no wiser.
      member = await this.join(target);
    }
  }

  private helped(
    process: SimulatedProcess,
    { outcome, futile }: Delivery & { readonly futile: number },
    waiting: readonly FetchedRecord[],
    from: number,
  ): 'waited' | 'goes on' | 'stuck' {
    const isOver = process.dead || outcome !== undefined;
    if (isOver && futile < patience) return 'goes on';
    if (isOver && this.waitsOut(process, from)) return 'waited';
    return this.givesUp(process, waiting, from) ? 'stuck' : 'goes on';
  }

  /** Whoever is handed the same message again and again sees the day when a record with a time to live is gone. */
  private waitsOut(process: SimulatedProcess, position: number): boolean {
    const { expiry, scheduler, story } = this.world;
    const times = this.waited.at === position ? this.waited.times : 0;
    if (times === mostWaits || scheduler.exhausted || !expiry.letExpire()) return false;
    this.waited = { at: position, times: times + 1 };
    story.tell(process.number, 'end', 'tries again until what has a time to live is gone');
    return true;
  }

  /** Nothing moves any more: somebody restarts the process. True if that has not helped before. */
  private givesUp(process: SimulatedProcess, records: readonly FetchedRecord[], position: number): boolean {
    // A record with a time to live does not expire before each delivery: one that comes earlier would pass.
    if (!this.plan.expires) for (const { id } of records) this.stuckAt.add(id);
    if (process.dead || this.restartedAt === position || this.world.scheduler.exhausted) {
      this.outcome = 'stuck';
      this.world.story.tell(process.number, 'end', 'is stuck');
      return true;
    }
    this.restartedAt = position;
    this.world.story.tell(process.number, 'end', 'is stuck, and is restarted by hand');
    process.kill();
    return false;
  }

  /** The partition has gone to another process, now or once this one has finished what it is at. */
  private async handOver(target: HandlerTarget, process: SimulatedProcess, delivery: Delivery): Promise<void> {
    await this.own(target);
    if (!process.paused && delivery.outcome) return;
    this.world.story.tell(process.number, 'receive', 'wakes up and goes on');
    process.wake();
    await this.world.scheduler.drive(() => delivery.outcome !== undefined || process.dead);
    this.world.scheduler.deliveryEnded(process);
  }

  private async join({ index, topic }: HandlerTarget): Promise<Member | undefined> {
    const running = await this.start(({ consumers }) => consumers.length > index);
    const consumer = running?.process.consumers[index];
    if (!running || !consumer) {
      this.problem ??= 'the consumer does not run in every process';
      return undefined;
    }
    const { groups } = this.world.broker;
    const committed = groups.committed({ group: consumer.groupId, topic, partition: fedPartition });
    consumer.assign(topic, committed ?? firstOffset);
    return { ...running, consumer };
  }

  /** Lets a process start, and whatever it does not wait for come so far that it `isUp`. */
  private async start(isUp: (process: SimulatedProcess) => boolean = () => true): Promise<Running | undefined> {
    const process = new SimulatedProcess(this.processes, this.world);
    this.processes += 1;
    if (process.number > 0) this.world.story.tell(process.number, 'start', 'starts');
    const program = new LoadedProgram(this.setting.program, process);
    let started = false;
    program.start(this.setting.start).then(
      () => {
        started = true;
      },
      (error: unknown) => {
        started = true;
        if (process.starting) this.problem = `the program does not start: ${String(error)}`;
        else this.ended(process, error);
      },
    );
    await this.world.scheduler.drive(() => this.problem !== undefined || (started && isUp(process)));
    process.starting = false;
    return this.problem === undefined ? { process, program } : undefined;
  }

  /** A program that is one loop over its messages ends with it. */
  private ended(process: SimulatedProcess, error: unknown): void {
    if (process.dead) return;
    this.world.story.tell(process.number, 'throw', `the program ends: ${String(error)}`);
    process.kill();
  }

  private async deliver(
    process: SimulatedProcess,
    consumer: RunningConsumer,
    records: readonly FetchedRecord[],
  ): Promise<Delivery> {
    const { scheduler, story, expiry } = this.world;
    const ids = records.map(({ id }) => id);
    if (ids.some((id) => this.seen.has(id))) expiry.timePasses(this.plan.expires);
    for (const id of ids) this.seen.add(id);
    story.tell(process.number, 'receive', `receives ${records.map(nameOf).join(' and ')}`);
    process.startDelivery(ids);
    scheduler.startDelivery();
    const delivery: Delivery = { outcome: undefined };
    void consumer.deliver(records).then((outcome) => {
      delivery.outcome = outcome;
    });
    const isOver = (): boolean => delivery.outcome !== undefined && !(consumer.settles && scheduler.isBusy(process));
    await scheduler.drive(() => isOver() || process.dead || process.paused);
    if (!process.dead && !process.paused) {
      scheduler.deliveryEnded(process);
      story.tell(process.number, ...endOf(delivery.outcome));
      const isEnd = delivery.outcome?.kind === 'threw' && delivery.outcome.endsProcess === true;
      if (isEnd || process.stopping) process.kill();
    }
    return delivery;
  }

  /** Whoever calls the function calls it again until it returns: after an error, and once the process is up again. */
  private async call(name: string, args: readonly unknown[]): Promise<void> {
    const records = this.plan.messages.slice(0, 1).map((message) => recordOf(message, firstOffset));
    let running = await this.start();
    let futile = 0;
    while (running) {
      const { process, program }: Running = running;
      const exported = program.exported(name);
      if (!exported) {
        this.problem ??= `the entry exports no function ${name}`;
        return;
      }
      const struck = this.world.scheduler.struck;
      this.returned = await this.callOnce(process, name, () => exported(...args), records);
      if (this.returned) return;
      futile = this.world.scheduler.struck > struck ? 0 : futile + 1;
      if (!process.dead && futile >= patience && this.givesUp(process, records, firstOffset)) return;
      if (!process.dead) continue;
      futile = 0;
      running = await this.start();
    }
  }

  private async callOnce(
    process: SimulatedProcess,
    name: string,
    run: () => unknown,
    records: readonly FetchedRecord[],
  ): Promise<boolean> {
    const { scheduler, story } = this.world;
    process.startDelivery(records.map(({ id }) => id));
    scheduler.startDelivery();
    story.tell(process.number, 'receive', `${name} is called`);
    const delivery: Delivery = { outcome: undefined };
    void outcomeOf(run).then((outcome) => {
      delivery.outcome = outcome;
    });
    await scheduler.drive(() => delivery.outcome !== undefined || process.dead);
    if (process.dead) return false;
    scheduler.deliveryEnded(process);
    story.tell(process.number, ...endOf(delivery.outcome));
    return delivery.outcome?.kind === 'returned';
  }

  /** What was started and not waited for completes, where its process lives; the rest of time passes. */
  private async comeToRest(): Promise<void> {
    const { scheduler, timers, broker } = this.world;
    scheduler.holding.comeToRest();
    timers.stopRepeating();
    await scheduler.drive(() => false);
    broker.transactions.expire();
  }
}
