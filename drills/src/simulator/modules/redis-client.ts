import { field, isList, plainText } from '../world/callback.ts';
import type { Application } from '../world/ledger.ts';
import type { SimulatedProcess } from '../world/simulated-process.ts';
import { claimed, commandOf, pointOf, type RedisCommand, type RedisReply } from './redis-commands.ts';
import { answer } from './requests.ts';

interface PreparedCommand {
  readonly command: RedisCommand;
  readonly args: readonly string[];
  readonly label: string;
  readonly applications: readonly Application[];
  readonly site: ReturnType<SimulatedProcess['locate']>['site'];
}

/** A connection to the shared server; commands on it keep their order. */
export class RedisConnection {
  private readonly process: SimulatedProcess;
  private readonly lane = {};

  constructor(process: SimulatedProcess) {
    this.process = process;
  }

  /** Undefined for a command that this server does not know. */
  send(name: string, args: readonly unknown[]): unknown {
    const prepared = this.prepare(name, args);
    if (!prepared) return undefined;
    const reply = this.process.perform({
      label: prepared.label,
      point: pointOf(prepared.command),
      site: prepared.site,
      lane: this.lane,
      apply: () => this.carryOut(prepared),
    });
    return answer(reply, args);
  }

  /** All at once, as `multi` and a pipeline do. */
  sendAll(commands: readonly PreparedCommand[]): Promise<readonly RedisReply[]> {
    return this.process.perform({
      label: commands.map(({ label }) => label).join(', '),
      point: 'write',
      site: commands[0]?.site,
      lane: this.lane,
      apply: () => commands.map((prepared) => this.carryOut(prepared)),
    });
  }

  prepare(name: string, given: readonly unknown[]): PreparedCommand | undefined {
    const args = textsOf(given);
    const command = commandOf(name, args);
    if (!command) {
      this.process.world.notUnderstood.add(`Redis command not understood: ${name.toUpperCase()}`);
      return undefined;
    }
    const resource = args[0] ?? '';
    const located = this.process.locate({
      kind: 'external-write',
      role: command.kind === 'claim' ? 'claim' : 'effect',
      category: command.queue ? 'queue' : 'cache',
      resource,
      label: `${name.toUpperCase()} ${resource}`,
    });
    return {
      command,
      args,
      label: located.facts.label,
      applications: command.kind === 'read' ? [] : this.process.applicationsOf(located, args),
      site: located.site,
    };
  }

  private carryOut({ command, args, applications }: PreparedCommand): RedisReply {
    const reply = command.run(this.process.world.redis, args);
    const { ledger } = this.process.world;
    if (command.kind === 'again') ledger.apply(applications);
    if (command.kind === 'once' || (command.kind === 'claim' && claimed(reply))) ledger.apply(applications, '');
    return reply;
  }
}

/** As they go over the wire. Objects and lists are spread out; a callback is no argument. */
function textsOf(args: readonly unknown[]): readonly string[] {
  return args.flatMap((arg) => {
    if (typeof arg === 'function' || arg === undefined) return [];
    if (isList(arg)) return textsOf(arg);
    if (typeof arg === 'object' && arg !== null && !Buffer.isBuffer(arg)) return Object.entries(arg).flat().map(String);
    return [plainText(arg)];
  });
}

/** The options object of node-redis, in the order of the protocol. */
export function protocolOptions(options: unknown): readonly string[] {
  const words: string[] = [];
  if (field(options, 'NX') === true || field(options, 'condition') === 'NX') words.push('NX');
  for (const name of ['EX', 'PX']) {
    const time = field(options, name);
    if (time !== undefined) words.push(name, plainText(time));
  }
  const kind = field(field(options, 'expiration'), 'type');
  if (kind === 'EX' || kind === 'PX') words.push(kind, plainText(field(field(options, 'expiration'), 'value')));
  return words;
}
