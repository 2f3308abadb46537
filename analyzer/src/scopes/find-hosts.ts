import type ts from 'typescript';
import type { Knowledge } from '../recognize/knowledge.ts';
import { applies, type Answer } from '../recognize/tag-condition.ts';
import { callsTagged } from '../recognize/tagged-calls.ts';
import type { Creation } from './creations.ts';

/** An application that decorated methods may belong to. */
interface Host {
  readonly creation: Creation;
  readonly kafka: Answer;
  readonly other: Answer;
}

/**
 * The calls that start the application a decorated method belongs to: of all in sight those whose file lies nearest,
 * because which module brings which method is not followed. `other` when its messages come from elsewhere for certain.
 */
export function hostsFor(knowledge: Knowledge, method: ts.Node): readonly Creation[] | 'other' {
  const hosts = hostsOf(knowledge);
  const file = method.getSourceFile().fileName;
  const nearness = hosts.map(({ creation }) => sharedFolders(file, creation.call.getSourceFile().fileName));
  const most = Math.max(0, ...nearness);
  const nearest = hosts.filter((_, i) => nearness[i] === most);
  const kafka = nearest.filter((host) => host.kafka !== 'no' && host.other !== 'yes');
  if (kafka.length > 0) return kafka.map(({ creation }) => creation);
  return nearest.length > 0 && nearest.every(({ other }) => other === 'yes') ? 'other' : [];
}

function hostsOf(knowledge: Knowledge): readonly Host[] {
  return callsTagged(knowledge, 'other-source').flatMap((call): readonly Host[] => {
    const tags = knowledge.calleesOf(call, undefined).library[0]?.tags ?? [];
    const starts = tags.filter(({ verb, words }) => verb === 'create-consumer' && words.includes('decorated'));
    if (starts.length === 0) return [];
    const others = tags.filter(({ verb }) => verb === 'other-source');
    return [
      {
        creation: { call, env: undefined, via: [] },
        kafka: anyOf(starts.map((tag) => applies(knowledge, tag, call, undefined))),
        other: anyOf(others.map((tag) => applies(knowledge, tag, call, undefined))),
      },
    ];
  });
}

function anyOf(answers: readonly Answer[]): Answer {
  if (answers.includes('yes')) return 'yes';
  return answers.includes('unknown') ? 'unknown' : 'no';
}

/** How many folders two files have in common, from the top. */
export function sharedFolders(a: string, b: string): number {
  const [first, second] = [a.split('/').slice(0, -1), b.split('/').slice(0, -1)];
  const differs = first.findIndex((folder, i) => folder !== second[i]);
  return differs < 0 ? first.length : differs;
}
