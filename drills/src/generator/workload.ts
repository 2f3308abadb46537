import type { InputMessage, Workload } from '../simulator/api.ts';
import { statementsIn, type Program } from './program.ts';

/** The data of one message that a handler may branch on. */
interface Shape {
  readonly items: 0 | 1 | 2;
  readonly urgent: boolean;
  readonly gift: boolean;
}

const SKUS = ['sku-1', 'sku-2'];

/** Fields of the message that decide anything, so that only those are varied. */
export interface Varied {
  readonly items: boolean;
  readonly urgent: boolean;
  readonly gift: boolean;
}

export function variedBy({ delivery }: Program): Varied {
  const statements = statementsIn(delivery.body);
  const asks = (field: 'urgent' | 'gift'): boolean =>
    statements.some((statement) => statement.kind === 'branch' && statement.field === field);
  return { items: statements.some(({ kind }) => kind === 'items'), urgent: asks('urgent'), gift: asks('gift') };
}

/**
 * Every shape of the first message with full second ones that are alike and unlike, and a full first one with empty
 * second ones: what a message does to another depends on the branch that either takes, and on whether it does anything.
 */
export function workloadFor(varied: Varied): Workload {
  const flags = flagsOf(varied);
  const counts = !varied.items ? [0 as const] : flags.length > 1 ? ([0, 2] as const) : ([0, 1, 2] as const);
  const full = counts.at(-1) ?? 0;
  const pairs = flags.flatMap((first) =>
    flags.flatMap((second) => [
      ...counts.map(
        (items) =>
          [
            { ...first, items },
            { ...second, items: full },
          ] as const,
      ),
      ...(full === 0
        ? []
        : [
            [
              { ...first, items: full },
              { ...second, items: 0 as const },
            ] as const,
          ]),
    ]),
  );
  return pairs.map(([first, second]) => [messageOf('m1', first), messageOf('m2', second)] as const);
}

function flagsOf({ urgent, gift }: Varied): readonly Omit<Shape, 'items'>[] {
  const either = (isVaried: boolean): readonly boolean[] => (isVaried ? [false, true] : [false]);
  return either(urgent).flatMap((isUrgent) => either(gift).map((isGift) => ({ urgent: isUrgent, gift: isGift })));
}

function messageOf(id: string, { items, urgent, gift }: Shape): InputMessage {
  const skus = SKUS.slice(0, items);
  const order = { id, cents: 100, email: `${id}@shop.example`, urgent, gift, items: skus.map((sku) => ({ sku })) };
  return { id, key: id, value: JSON.stringify(order), items: skus };
}
