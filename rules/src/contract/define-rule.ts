import type { Consumer } from '@kafka-eos/analyzer/facts/consumer';
import type { DualWrite } from '@kafka-eos/analyzer/facts/dual-write';
import type { WrongOffset } from '@kafka-eos/analyzer/facts/handler-outcome';
import type { MisusedCall } from '@kafka-eos/analyzer/facts/misused-call';
import type { Overlap } from '@kafka-eos/analyzer/facts/overlap';
import type { Place } from '@kafka-eos/analyzer/facts/place';
import type { ProducerSetup } from '@kafka-eos/analyzer/facts/producer-setup';
import type { MisplacedOption } from '@kafka-eos/analyzer/facts/setting';
import type { Trace } from '@kafka-eos/analyzer/facts/trace';
import type { TransactionalIdentity } from '@kafka-eos/analyzer/facts/transactional-identity';
import type { Unit } from '@kafka-eos/analyzer/facts/unit';
import { fillHoles } from './fill-holes.ts';
import { mergeFindings } from './merge-findings.ts';
import type { Fix, Preset, RawFinding, Rule, Severity } from './rule.ts';
import type { Workspace } from './workspace.ts';

export type { Fix, FixSafety, Preset, RawFinding, Rule, Severity } from './rule.ts';

/** What happens, why it is a trap, how to get out of it. Holes are written `{name}`. */
export interface Message {
  readonly what: string;
  readonly why: string;
  readonly how: string;
}

/** What each kind of rule is shown, once per unit, per consumer. */
export interface Inspected {
  readonly unit: Unit;
  readonly consumer: Consumer;
  readonly overlap: Overlap;
  readonly identity: TransactionalIdentity;
  readonly misplacedOption: MisplacedOption;
  readonly producerSetup: ProducerSetup;
  readonly misusedCall: MisusedCall;
  readonly dualWrite: DualWrite;
  readonly wrongOffset: WrongOffset;
}

type Holes<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}` ? Name | Holes<Rest> : never;

/** The data a message needs: one entry per hole, checked when the rule is compiled. */
export type MessageData<M extends Message> = Readonly<Record<Holes<M['what'] | M['why'] | M['how']>, string>>;

export type Report<Messages extends Record<string, Message>> = <Id extends keyof Messages & string>(report: {
  readonly message: Id;
  readonly at: Place;
  readonly data: MessageData<Messages[Id]>;
  /** The severity in each preset; `off` keeps the finding out of it. Absent: as the rule declares. */
  readonly severity?: Readonly<Record<Preset, Severity | 'off'>>;
  /** Places that explain the finding, in reading order. */
  readonly because?: readonly { readonly place: Place; readonly message: string }[];
  readonly trace: Trace;
  /** In seconds: the finding stands where a duplicate may come later than that. */
  readonly lasts?: number;
  readonly fixes?: () => readonly Fix[];
}) => void;

export interface RuleDefinition<Kind extends keyof Inspected, Messages extends Record<string, Message>> {
  readonly id: string;
  readonly summary: string;
  readonly severity: Readonly<Record<Preset, Severity | 'off'>>;
  readonly inspects: Kind;
  readonly messages: Messages;
  check(inspected: Inspected[Kind], report: Report<Messages>, workspace: Workspace): void;
}

/** Makes a rule of its definition: shows it everything it inspects, words its reports, and merges those on one place. */
export function defineRule<Kind extends keyof Inspected, const Messages extends Record<string, Message>>(
  definition: RuleDefinition<Kind, Messages>,
): Rule {
  const { id, summary, severity } = definition;
  return {
    id,
    summary,
    severity,
    messageIds: Object.keys(definition.messages),
    run(workspace) {
      const findings: RawFinding[] = [];
      const report: Report<Messages> = (reported) => {
        const message = definition.messages[reported.message];
        if (message === undefined) throw new Error(`${id} has no message "${reported.message}"`);
        const data = new Map<string, string>(Object.entries(reported.data));
        findings.push({
          rule: id,
          messageId: reported.message,
          severity: reported.severity ?? severity,
          message: fillHoles(message.what, data),
          help: `${fillHoles(message.why, data)}\n${fillHoles(message.how, data)}`,
          place: reported.at,
          related: reported.because ?? [],
          trace: reported.trace,
          ...(reported.lasts === undefined ? {} : { lasts: reported.lasts }),
          fixes: reported.fixes ?? (() => []),
        });
      };
      for (const inspected of inspectedBy[definition.inspects](workspace)) {
        definition.check(inspected, report, workspace);
      }
      return mergeFindings(findings);
    },
  };
}

const inspectedBy: { readonly [Kind in keyof Inspected]: (workspace: Workspace) => readonly Inspected[Kind][] } = {
  unit: (workspace) => workspace.units,
  consumer: (workspace) => workspace.consumers,
  overlap: (workspace) => workspace.clientUse.overlaps,
  identity: (workspace) => workspace.clientUse.transactionalIds,
  misplacedOption: (workspace) => workspace.clientUse.misplacedOptions,
  producerSetup: (workspace) => workspace.clientUse.producerSetups,
  misusedCall: (workspace) => workspace.clientUse.misusedCalls,
  dualWrite: (workspace) => workspace.clientUse.dualWrites,
  wrongOffset: wrongOffsets,
};

/** Where a unit reaches the call, its run tells the story. */
function wrongOffsets({ units, clientUse }: Workspace): readonly WrongOffset[] {
  const reached = units.flatMap(({ outcomes }) => outcomes.wrongOffsets);
  const told = new Set(reached.map(({ kind, place }) => JSON.stringify([kind, place])));
  const stray = clientUse.wrongOffsets.filter(({ kind, place }) => !told.has(JSON.stringify([kind, place])));
  return [...reached, ...stray];
}
