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

/** Every shape of the first message, with the emptiest and the fullest second one: they differ where it matters. */
export function workloadFor(varied: Varied): Workload {
  const shapes = shapesOf(varied);
  const [first] = shapes;
  const last = shapes.at(-1);
  const seconds = shapes.length === 1 ? [first] : [first, last];
  return shapes.flatMap((shape) =>
    seconds.flatMap((second) =>
      second === undefined ? [] : [[messageOf('m1', shape), messageOf('m2', second)] as const],
    ),
  );
}

function shapesOf(varied: Varied): readonly Shape[] {
  const items = varied.items ? ([0, 1, 2] as const) : ([0] as const);
  const either = (isVaried: boolean): readonly boolean[] => (isVaried ? [false, true] : [false]);
  return items.flatMap((count) =>
    either(varied.urgent).flatMap((urgent) => either(varied.gift).map((gift) => ({ items: count, urgent, gift }))),
  );
}

function messageOf(id: string, { items, urgent, gift }: Shape): InputMessage {
  const skus = SKUS.slice(0, items);
  const order = { id, cents: 100, email: `${id}@shop.example`, urgent, gift, items: skus.map((sku) => ({ sku })) };
  return { id, key: id, value: JSON.stringify(order), items: skus };
}
