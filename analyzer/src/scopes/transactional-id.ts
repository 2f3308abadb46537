import type ts from 'typescript';
import type { Key } from '../facts/key.ts';
import type { Env } from '../recognize/env.ts';
import type { Knowledge } from '../recognize/knowledge.ts';
import { provenanceOf } from '../recognize/stability.ts';
import { creationOptions } from './created-with.ts';

/**
 * The transactional id of the producer that a begin is called on, where it is in sight. Of several the least stable one:
 * one that differs from process to process fences nobody.
 */
export function transactionalIdOf(knowledge: Knowledge, begin: ts.Node, env: Env | undefined): Key | undefined {
  const options = creationOptions(knowledge, begin, env, 'transactional-id');
  // Some libraries make one up where none is set.
  const isInvented = options.some(
    (option) => option.default === 'random' && !option.unknown && option.refs.length === 0,
  );
  if (isInvented) return { stability: 'unstable', place: knowledge.slice.placeOf(begin) };
  const keys = options.flatMap(({ refs }) =>
    refs.map((ref): Key => {
      const { stability, origin } = provenanceOf(knowledge, ref);
      const place = knowledge.slice.placeOf(ref.node);
      return origin === undefined
        ? { stability, place }
        : { stability, place, origin: knowledge.slice.placeOf(origin) };
    }),
  );
  return keys.find(({ stability }) => stability === 'unstable') ?? keys[0];
}
