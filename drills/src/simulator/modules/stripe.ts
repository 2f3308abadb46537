import { field } from '../world/callback.ts';
import type { SimulatedProcess } from '../world/simulated-process.ts';
import { constructorIn, packaged, read, write } from './requests.ts';

const reads = new Set(['retrieve', 'list', 'search']);
const repeatable = new Set(['update', 'del']);
/** What a catalogue is made of moves no money. */
const catalogue = new Set(['products', 'prices', 'coupons', 'plans', 'promotionCodes', 'taxRates', 'paymentLinks']);

/** The library `stripe`: any method of any resource. The provider answers a repeated key with what it did before. */
export function stripe(process: SimulatedProcess): object {
  const constructor = constructorIn(process, Stripe);
  return packaged(constructor, { Stripe: constructor, errors: {} });
}

function Stripe(process: SimulatedProcess): object {
  return resource(process, []);
}

function resource(process: SimulatedProcess, path: readonly string[]): object {
  return new Proxy(() => undefined, {
    get: (_, name) => (typeof name === 'symbol' || name === 'then' ? undefined : resource(process, [...path, name])),
    apply: (_, __, args: readonly unknown[]) => callMethod(process, path, args),
  });
}

function callMethod(process: SimulatedProcess, path: readonly string[], args: readonly unknown[]): Promise<unknown> {
  const method = path.at(-1) ?? '';
  const name = path.slice(0, -1).join('.');
  const label = `stripe.${path.join('.')}`;
  if (reads.has(method)) return read(process, label, () => ({ id: String(args[0]), data: [], has_more: false }));
  const key = repeatable.has(method) ? '' : keyIn(args);
  return write(process, {
    effect: {
      kind: 'external-write',
      role: 'effect',
      category: catalogue.has(name) ? 'http' : 'payment',
      resource: name,
      label,
    },
    payload: args,
    apply: (applications) => {
      process.world.ledger.apply(applications, key);
      const { answers, chance } = process.world;
      const answer = answers.get(key ?? '') ?? { id: `${name}_${chance.token()}`, status: 'succeeded' };
      if (key !== undefined && key !== '') answers.set(key, answer);
      return answer;
    },
  });
}

function keyIn(args: readonly unknown[]): string | undefined {
  for (const arg of args) {
    const key = field(arg, 'idempotencyKey');
    if (typeof key === 'string') return key;
  }
  return undefined;
}
