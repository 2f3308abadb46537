import type { CallSite, InputMessage } from '../api.ts';
import { Attribution } from './attribution.ts';
import type { Application, EffectFacts } from './ledger.ts';

export type EffectDescription = Omit<EffectFacts, 'key' | 'site'>;

/** An effect with the line that makes it, before it is known for which message. */
export interface LocatedEffect {
  readonly facts: EffectFacts;
  readonly site: CallSite | undefined;
}

/** A message that a payload was made for, and which part of it; the item is empty if the payload does not tell. */
export interface NamedPart {
  readonly message: string;
  readonly item: string;
}

/** Names effects and their applications the same in all runs with the same deliveries, and makes each name once. */
export class EffectIndex {
  private readonly attribution: Attribution;
  private readonly located = new Map<CallSite | undefined, Map<string, LocatedEffect>>();
  private readonly parts = new Map<string, readonly NamedPart[]>();
  private readonly sites: (CallSite | undefined)[] = [];
  private readonly applications = new Map<EffectFacts, Map<string, Application>>();

  constructor(messages: readonly InputMessage[]) {
    this.attribution = new Attribution(messages);
  }

  /** Where the n-th effect of a run is made, as long as runs are the same; looked up in the first of them. */
  siteOf(ordinal: number, look: () => CallSite | undefined): CallSite | undefined {
    if (ordinal >= this.sites.length) this.sites[ordinal] = look();
    return this.sites[ordinal];
  }

  generic(text: string): string {
    return this.attribution.generic(text);
  }

  locate(effect: EffectDescription, site: CallSite | undefined): LocatedEffect {
    const here = entry(this.located, site, () => new Map<string, LocatedEffect>());
    return entry(here, effect.label, () => {
      const resource = this.generic(effect.resource);
      const key = site
        ? `${site.file}:${site.line}:${site.column} ${effect.kind} ${resource}`
        : `${effect.kind} ${effect.role} ${resource}`;
      const facts = { ...effect, resource, label: this.generic(effect.label), key };
      return { site, facts: site ? { ...facts, site } : facts };
    });
  }

  partsNamedIn(text: string): readonly NamedPart[] {
    return entry(this.parts, text, () =>
      this.attribution.messagesIn(text).map((message) => ({ message, item: this.attribution.itemIn(text, message) })),
    );
  }

  application(effect: EffectFacts, message: string, item: string): Application {
    const known = entry(this.applications, effect, () => new Map<string, Application>());
    const part = item === '' ? message : `${message}\n${item}`;
    return entry(known, part, () => ({ key: `${effect.key}\n${part}`, effect, message, item }));
  }
}

function entry<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const known = map.get(key);
  if (known !== undefined) return known;
  const fresh = make();
  map.set(key, fresh);
  return fresh;
}
