/** The texts of a workspace by path. */
export type Texts = Readonly<Record<string, string>>;

/** An edit as chance has it: numbers that say where, of whatever is there. */
export interface ChanceEdit {
  readonly kind: (typeof editKinds)[number];
  readonly file: number;
  readonly line: number;
  readonly word: number;
}

/** What an engineer does to a line, a name or a file, for better or worse. */
export const editKinds = [
  'blank',
  'statement',
  'drop',
  'twice',
  'swap',
  'rename',
  'renameAll',
  'restore',
  'graft',
] as const;

/** The texts after the edit. `original` is what they were before all edits. */
export function edited(texts: Texts, original: Texts, { kind, file, line, word }: ChanceEdit): Texts {
  const paths = Object.keys(texts).filter((path) => /\.[cm]?[jt]sx?$/.test(path));
  const path = paths[file % paths.length];
  if (path === undefined) return texts;
  const text = texts[path] ?? '';
  const other = paths[line % paths.length] ?? path;
  return { ...texts, [path]: editedText(text, { kind, line, word }, original[path] ?? '', texts[other] ?? '') };
}

function editedText(
  text: string,
  { kind, line, word }: Pick<ChanceEdit, 'kind' | 'line' | 'word'>,
  original: string,
  other: string,
): string {
  const lines = text.split('\n');
  const at = line % lines.length;
  const here = lines[at] ?? '';
  const names = [...here.matchAll(/[A-Za-z_]\w*/g)];
  const name = names[word % Math.max(1, names.length)];
  const put = (...replacement: readonly string[]): string => lines.toSpliced(at, 1, ...replacement).join('\n');
  switch (kind) {
    case 'blank':
      return put('', here);
    case 'statement':
      return put(here, 'void 0;');
    case 'drop':
      return put();
    case 'twice':
      return put(here, here);
    case 'swap':
      return lines.toSpliced(at, 2, ...lines.slice(at, at + 2).reverse()).join('\n');
    case 'rename':
      return name === undefined ? text : put(`${here.slice(0, name.index)}x${here.slice(name.index)}`);
    case 'renameAll':
      return name === undefined ? text : text.replace(new RegExp(`\\b${name[0]}\\b`, 'g'), `${name[0]}x`);
    case 'restore':
      return original;
    case 'graft':
      return other;
  }
}
