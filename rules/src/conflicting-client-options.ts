import type { Place } from '@kafka-eos/analyzer/facts/place';
import type { KnownSetting, ProducerSetup, Setting } from '@kafka-eos/analyzer/facts/producer-setup';
import { defineRule } from './contract/define-rule.ts';

export default defineRule({
  id: 'conflicting-client-options',
  summary: 'Settings of a producer that cannot hold together.',
  severity: { recommended: 'error', strict: 'error' },
  inspects: 'producerSetup',
  messages: {
    throws: {
      what: '{option} cannot hold together with {other}.',
      why: '{library} throws on the pair: {when}.',
      how: '{remedy}',
    },
    overruled: {
      what: '{option} cannot hold together with {other}.',
      why: '{library} overrules one of them without a word: {when}.',
      how: '{remedy}',
    },
  },
  check(setup, report) {
    for (const { option, at, other, because, when, remedy, overruled } of conflictsOf(setup)) {
      report({
        message: overruled === true ? 'overruled' : 'throws',
        at,
        data: { option, other, library: setup.library, when, remedy },
        because: [{ place: because, message: `the other one: ${other}` }],
        trace: [],
      });
    }
  },
});

interface Conflict {
  readonly option: string;
  readonly at: Place;
  readonly other: string;
  readonly because: Place;
  readonly when: string;
  readonly remedy: string;
  readonly overruled?: boolean;
}

function conflictsOf(setup: ProducerSetup): readonly Conflict[] {
  return [...acksOfSends(setup), ...withIdempotence(setup), ...withTransactions(setup)];
}

/** What makes the producer idempotent, if it certainly is. */
function idempotenceOf({
  idempotent,
  transactional,
  limits,
}: ProducerSetup): Pick<Conflict, 'other' | 'because'> | undefined {
  if (idempotent.value === true) return { other: `${idempotent.name}: true`, because: idempotent.place };
  const implied = limits.idempotentByTransactionalId && transactional.value === true && idempotent.value === 'absent';
  return implied ? { other: `a ${transactional.name}`, because: transactional.place } : undefined;
}

const ALL_ACKS: ReadonlySet<string> = new Set(['-1', 'all']);
const KEEP_ACKS = 'Leave acks out: all replicas are asked then.';

function asksForFewer(acks: KnownSetting): boolean {
  return !ALL_ACKS.has(String(acks.value).toLowerCase());
}

function acksOfSends(setup: ProducerSetup): readonly Conflict[] {
  const idempotence = idempotenceOf(setup);
  return setup.sends.flatMap(({ inTransaction, acks }): readonly Conflict[] => {
    const other = inTransaction ? { other: 'a transaction', because: setup.transactional.place } : idempotence;
    if (other === undefined || !asksForFewer(acks)) return [];
    return [{ ...named(acks), ...other, when: 'the send rejects', remedy: KEEP_ACKS }];
  });
}

function withIdempotence(setup: ProducerSetup): readonly Conflict[] {
  const { limits, acks, retries, maxInFlight } = setup;
  const idempotence = idempotenceOf(setup);
  if (idempotence === undefined) return [];
  const made = { ...idempotence, when: 'it cannot be made', overruled: false };
  const found: Conflict[] = [];
  if (isKnown(acks) && asksForFewer(acks)) {
    const overruled = limits.otherwise === 'overruled';
    found.push({
      ...named(acks),
      ...made,
      overruled,
      remedy: KEEP_ACKS,
      ...(overruled ? { when: 'acks is all' } : {}),
    });
  }
  if (limits.needsRetries && isKnown(retries) && Number(retries.value) < 1) {
    found.push({
      ...named(retries),
      ...made,
      remedy: 'Leave retries out: a retry is what idempotence makes harmless.',
    });
  }
  const { maxInFlight: most } = limits;
  if (most !== undefined && isKnown(maxInFlight) && Number(maxInFlight.value) > most) {
    found.push({ ...named(maxInFlight), ...made, remedy: `Allow at most ${String(most)}, or leave it out.` });
  }
  return found;
}

function withTransactions(setup: ProducerSetup): readonly Conflict[] {
  const { idempotent, transactional, limits, messageTimeout, transactionTimeout, begins } = setup;
  const [begin] = begins;
  const isOff = idempotent.value === false || idempotent.value === 'absent';
  if (limits.transactionNeedsIdempotence && begin !== undefined && isOff) {
    const option = idempotent.value === false ? `${idempotent.name}: false` : `a producer without ${idempotent.name}`;
    const because = { other: 'its transactions', because: begin };
    return [
      { option, at: idempotent.place, ...because, when: 'the begin rejects', remedy: `Set ${idempotent.name}: true.` },
    ];
  }
  if (transactional.value !== true || !limits.idempotentByTransactionalId) return [];
  const made = { other: `a ${transactional.name}`, because: transactional.place, when: 'it cannot be made' };
  const found: Conflict[] = [];
  if (idempotent.value === false) {
    const option = `${idempotent.name}: false`;
    found.push({
      ...made,
      option,
      at: idempotent.place,
      remedy: 'Leave it out: a transactional producer is idempotent.',
    });
  }
  const longest = timeoutOf(transactionTimeout, limits.transactionTimeoutMs);
  if (longest !== undefined && isKnown(messageTimeout) && Number(messageTimeout.value) > longest) {
    const other = `a transaction timeout of ${String(longest)} ms`;
    found.push({ ...named(messageTimeout), ...made, other, remedy: 'Give messages no longer than their transaction.' });
  }
  return found;
}

function timeoutOf(setting: Setting, byDefault: number | undefined): number | undefined {
  if (setting === 'absent') return byDefault;
  return isKnown(setting) ? Number(setting.value) : undefined;
}

function isKnown(setting: Setting): setting is KnownSetting {
  return typeof setting !== 'string';
}

function named({ name, value, place }: KnownSetting): Pick<Conflict, 'option' | 'at'> {
  return { option: `${name}: ${String(value)}`, at: place };
}
