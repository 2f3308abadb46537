import type { InputMessage } from '../simulator/api.ts';

/**
 * Two messages for a program that nobody has written any for: their values have a field of every name that the program
 * reads from anything. A list of two parts where the program loops over such a field, otherwise a text.
 */
export function sampleMessages(source: string, template: string | undefined): readonly [InputMessage, InputMessage] {
  return [sampleMessage('first-1', source, template), sampleMessage('second-2', source, template)];
}

function sampleMessage(id: string, source: string, template: string | undefined): InputMessage {
  if (template !== undefined) return { id, key: id, value: template.replaceAll('{id}', id) };
  const looped = new Set([
    ...namesIn(source, /\bof\s+(?:[\w.]*\.)?(?<name>\w+)\)/g),
    ...namesIn(source, /\b(?<name>\w+)\??\.(?:map|filter|forEach|reduce|some|every|flatMap)\(/g),
  ]);
  const unpacked = [...source.matchAll(/\{(?<names>[\w\s,:]*)\}\s*(?::[^=;]*)?=\s/g)].flatMap(({ groups }) =>
    namesIn(groups?.['names'] ?? '', /(?:^|,)\s*(?<name>\w+)/g),
  );
  const names = [...new Set([...namesIn(source, /\.\s*(?<name>[a-z]\w*)\b(?!\s*\()/gi), ...unpacked])];
  const items = [`${id}-part-a`, `${id}-part-b`];
  const fields = names.map((name): [string, unknown] => [name, looped.has(name) ? items : `${id}-${name}`]);
  return { id, key: id, items, value: JSON.stringify(Object.fromEntries(fields)) };
}

function namesIn(source: string, pattern: RegExp): readonly string[] {
  return [...new Set([...source.matchAll(pattern)].map(({ groups }) => groups?.['name'] ?? ''))];
}
