import type { Effect } from '@kafka-eos/analyzer/facts/effect';
import { guarantees } from '@kafka-eos/analyzer/facts/guarantee';
import type { JudgedEffect } from '@kafka-eos/analyzer/facts/unit';

/** What an effect changes, as short as it can be said: `payments.settled`, `postings`, `stripe.charges`. */
export function targetOf(effect: Effect): string {
  if (effect.kind === 'produce') return effect.topics.length > 0 ? effect.topics.join(', ') : effect.label;
  // A statement is long; what it writes to is what tells it from others.
  if (/\s/.test(effect.label)) return effect.resource ?? effect.label;
  const names = effect.label.split('.');
  return names.length > 2 ? names.slice(0, -1).join('.') : effect.label;
}

/** `exactly-once → payments.settled · at-least-once → stripe.charges`; empty without effects. */
export function effectsTitle(effects: readonly JudgedEffect[]): string {
  return guarantees
    .flatMap((guarantee) => {
      const judged = effects.filter(({ verdict }) => verdict.guarantee === guarantee);
      const targets = [...new Set(judged.map(({ effect }) => targetOf(effect)))];
      return targets.length === 0 ? [] : [`${guarantee} → ${targets.join(', ')}`];
    })
    .join(' · ');
}
