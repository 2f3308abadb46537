import type { ModuleMember, UnseenCall } from '@kafka-eos/analyzer/facts/delivery';
import type { Unknown } from './delivery-map.ts';
import { declarationOf, TAG } from './module-declaration.ts';
import { siteOf } from './sites.ts';

/** Calls that nothing is known of: those that look like logging, one entry per package; every other one its own. */
export function unknownCalls(calls: readonly UnseenCall[]): readonly Unknown[] {
  return calls.map((call) => (isLogging(call) ? loggingCall(call) : unknownCall(call, calls)));
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

function unknownCall({ label, place, gets, from }: UnseenCall, calls: readonly UnseenCall[]): Unknown {
  const given = gets.includes('kafka') ? 'a producer, consumer or transaction' : 'data of the message';
  return {
    kind: 'call',
    what: from === undefined ? label : `${label} (${from.module})`,
    sites: [siteOf(place)],
    consequence: `it gets ${given}; nothing is known of it, and it is taken for harmless`,
    remedy: remedyFor(from, calls),
  };
}

function remedyFor(from: ModuleMember | undefined, calls: readonly UnseenCall[]): Unknown['remedy'] {
  const own = from === undefined ? undefined : declarationOf([from]);
  if (from === undefined || own === undefined) {
    return {
      words:
        'If it changes another system, say how above the function of yours that makes the call; what the function is seen to do does not count then:',
      snippet: TAG,
    };
  }
  // Two declarations of one class would not go together: what is called of a package is described in one.
  const all = calls.flatMap((call) => (call.from?.module === from.module && !isLogging(call) ? [call.from] : []));
  return {
    words:
      'If it changes another system, describe it in a .d.ts file of the workspace, kafka-eos.d.ts; take the tag off what changes nothing:',
    snippet: declarationOf(all.filter((each) => declarationOf([each]) !== undefined)) ?? own,
  };
}
