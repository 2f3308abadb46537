import type { Analysis } from '@kafka-eos/analyzer/facts/analysis';
import type { ExternalWrite } from '@kafka-eos/analyzer/facts/effect';
import type { Anomaly, Verdict } from '@kafka-eos/analyzer/facts/guarantee';
import type { Guard } from '@kafka-eos/analyzer/facts/guard';
import type { Key } from '@kafka-eos/analyzer/facts/key';
import { comparePlaces, type Place } from '@kafka-eos/analyzer/facts/place';
import type { JudgedEffect, Unit } from '@kafka-eos/analyzer/facts/unit';
import type { EffectPlace, MapEffect } from './delivery-map.ts';
import { siteKey, siteOf } from './sites.ts';

/** The effects of a unit in the order in which its source leads to them. */
export function mapEffects(unit: Unit, analysis: Analysis): readonly MapEffect[] {
  return [...unit.effects].sort(compareEffects).map((judged) => mapEffect(judged, analysis));
}

/** A wrapper's place says nothing about the order; the calls that lead to it do. */
function compareEffects(a: JudgedEffect, b: JudgedEffect): number {
  const [first, second] = [wayTo(a), wayTo(b)];
  for (const [i, place] of first.entries()) {
    const other = second[i];
    if (other === undefined) return 1;
    const order = comparePlaces(place, other);
    if (order !== 0) return order;
  }
  return first.length - second.length;
}

function wayTo({ calls, effect }: JudgedEffect): readonly Place[] {
  return [...calls, effect.place];
}

function mapEffect(judged: JudgedEffect, analysis: Analysis): MapEffect {
  const { effect, verdict, guards } = judged;
  const { guarantee } = verdict;
  const reason = reasonOf(verdict) + evidenceOf(judged);
  const anomalies = verdict.anomalies.map(({ kind }) => kind);
  const base = { label: effect.label, at: siteOf(effect.place), where: whereIs(judged), guarantee, reason, anomalies };
  if (effect.kind === 'produce') {
    return { kind: 'send', ...base, topics: effect.topics, unresolvedTopics: unresolvedTopics(effect.place, analysis) };
  }
  const { category, library, resource, repeatability } = effect;
  return {
    kind: 'write',
    ...base,
    category,
    library,
    ...(resource === undefined ? {} : { resource }),
    repeat: repeatability.kind,
    policy: [policyOf(effect), ...new Set(guards.map(guardPolicy))].join('; '),
  };
}

const BAD: Partial<Record<Anomaly, string>> = { duplicate: 'repeated', 'lost-write': 'lost' };

/** What has to go wrong, where the run behind a verdict tells; else the verdict's own words. */
function reasonOf({ anomalies, reason }: Verdict): string {
  const told = anomalies.flatMap(({ kind, trace }) => {
    const fault = trace.find((step) => step.kind === 'fault');
    const word = BAD[kind];
    return fault === undefined || word === undefined ? [] : [`${word} when ${fault.message}`];
  });
  return told.length === 0 ? reason : told.sort().reverse().join('; ');
}

/** The line that an effect owes it to that it happens once. */
function evidenceOf({ effect, verdict }: JudgedEffect): string {
  if (effect.kind === 'produce' || verdict.guarantee !== 'effectively-once') return '';
  const { repeatability } = effect;
  if (repeatability.kind === 'idempotent' && repeatability.vouchedFor === true) return '; somebody vouches for that';
  const declared = repeatability.kind === 'keyed' ? repeatability.key.declaredAt : undefined;
  return declared === undefined ? '' : `; its key is unique by ${declared.file}:${declared.line}`;
}

function whereIs({ effect, insideTransaction }: JudgedEffect): EffectPlace {
  if (effect.kind === 'produce' && effect.transactional) return 'in-transaction';
  return insideTransaction ? 'beside-transaction' : 'outside';
}

function unresolvedTopics(place: Place, { delivery }: Analysis): readonly string[] {
  const key = siteKey(siteOf(place));
  const calls = (delivery?.producerCalls ?? []).filter((call) => siteKey(siteOf(call.place)) === key);
  return [...new Set(calls.flatMap(({ unresolved }) => unresolved.map(({ text }) => text)))].sort();
}

function policyOf({ repeatability }: ExternalWrite): string {
  switch (repeatability.kind) {
    case 'idempotent':
      return repeatability.vouchedFor === true
        ? 'idempotent: vouched for above a function that leads to it'
        : 'idempotent: a repeat changes nothing';
    case 'keyed':
      return keyedPolicy(repeatability.key);
    case 'unstable-key':
      return 'keyed, but every attempt has a new key';
    case 'non-idempotent':
      return 'no policy: every execution counts';
    case 'unknown':
      return `unknown: ${repeatability.because}`;
  }
}

function keyedPolicy({ declaredAt }: Key): string {
  const policy = 'keyed: the receiver knows a repeat by its key';
  return declaredAt === undefined ? policy : `${policy}, unique by ${declaredAt.file}:${declaredAt.line}`;
}

function guardPolicy({ label, store, form }: Guard): string {
  if (store === 'memory') return `guarded by ${label}, in memory only`;
  if (form === 'constraint') return `guarded by a unique key: ${label}`;
  return form === 'claim'
    ? `guarded by ${label}, recorded in one step`
    : `guarded by ${label}, checked before it is recorded`;
}
