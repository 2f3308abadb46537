import type ts from 'typescript';
import type { Knowledge } from '../recognize/knowledge.ts';
import { follow, refsAt } from '../recognize/path-refs.ts';
import { pathsOf } from '../recognize/tag.ts';
import { tagsOfCall } from '../recognize/tags-of-call.ts';
import type { Ref } from '../recognize/value.ts';

/** What the providers of a module, `{ provide: TOKEN, useClass: … }`, give for some tokens; `call` is what is given them. */
export function providedAt(
  knowledge: Knowledge,
  call: ts.CallExpression | ts.NewExpression,
  isToken: (token: Ref) => boolean,
): readonly Ref[] {
  return tagsOfCall(knowledge, call, undefined)
    .filter(({ verb }) => verb === 'provides')
    .flatMap((tag) => {
      // These paths begin at the provider.
      const below = (provider: Ref, name: string): readonly Ref[] =>
        pathsOf(tag, name).flatMap(({ members }) => follow(knowledge, provider, members).refs);
      return pathsOf(tag, 'at')
        .flatMap((path) => refsAt(knowledge, call, path, undefined).refs)
        .filter((provider) => below(provider, 'token').some(isToken))
        .flatMap((provider) => below(provider, 'value'));
    });
}
