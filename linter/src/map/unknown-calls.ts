import type { DeliveryFacts, ModuleMember, UnseenCall } from '@kafka-eos/analyzer/facts/delivery';
import type { Unknown } from './delivery-map.ts';
import { declarationOf, TAG, type Called } from './module-declaration.ts';
import { siteOf } from './sites.ts';

/** Calls that nothing is known of: those that look like logging, one entry per package; every other one its own. */
export function unknownCalls(calls: readonly UnseenCall[], called: Called): readonly Unknown[] {
  return calls.map((call) => (isLogging(call) ? loggingCall(call) : unknownCall(call, called)));
}

const LEVELS = new Set(['trace', 'debug', 'verbose', 'log', 'info', 'warn', 'error', 'fatal']);

/** Whether its name is that of a level of logging. */
export function isLogging({ label }: UnseenCall): boolean {
  return LEVELS.has(label.split('.').at(-1) ?? '');
}

function loggingCall({ label, place, from }: UnseenCall): Unknown {
  return {
    kind: 'logging',
    what: from?.module ?? label.split('.').slice(0, -1).join('.'),
    sites: [siteOf(place)],
    consequence: 'taken for logging, which is no effect',
    remedy: { words: 'Nothing to do, if that is what it is.' },
  };
}

function unknownCall({ label, place, gets, from }: UnseenCall, called: Called): Unknown {
  const given = gets.includes('kafka') ? 'a producer, consumer or transaction' : 'data of the message';
  return {
    kind: 'call',
    what: from === undefined ? label : `${label} (${from.module})`,
    sites: [siteOf(place)],
    consequence: `it gets ${given}; nothing is known of it, and it is taken for harmless`,
    remedy: remedyFor(from, called),
  };
}

function remedyFor(from: ModuleMember | undefined, called: Called): Unknown['remedy'] {
  const snippet = from === undefined ? undefined : declarationOf(from, called);
  if (snippet === undefined) {
    return {
      words:
        'If it changes another system, say how above the function of yours that makes the call; what the function is seen to do does not count then:',
      snippet: TAG,
    };
  }
  return {
    words:
      'If it changes another system, describe it in a .d.ts file of the workspace, kafka-eos.d.ts; take the tag off what changes nothing:',
    snippet,
  };
}

/** What the advice is about that tells of packages. */
export function calledIn(delivery: Pick<DeliveryFacts, 'unseenCalls' | 'unresolved'> | undefined): Called {
  const calls = (delivery?.unseenCalls ?? []).filter((call) => !isLogging(call));
  return {
    effect: calls.flatMap(({ from }) => from ?? []),
    wrapper: (delivery?.unresolved ?? []).flatMap(({ wrapper }) => wrapper ?? []),
  };
}
