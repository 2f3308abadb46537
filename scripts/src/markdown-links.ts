import { posix } from 'node:path';

export interface Link {
  /** A path of the repository; the page itself for a link to one of its own headings. */
  readonly path: string;
  readonly heading?: string;
}

/** The links of a page that lead into the repository; addresses elsewhere are left alone, and so is code. */
export function linksOf(page: string, markdown: string): readonly Link[] {
  return [...withoutCode(markdown).matchAll(/\]\((?<target>[^)\s]+)\)/g)].flatMap(({ groups }) => {
    const target = groups?.['target'] ?? '';
    if (/^[a-z]+:/.test(target)) return [];
    const [file = '', heading] = target.split('#');
    const path = file === '' ? page : posix.normalize(posix.join(posix.dirname(page), file));
    return [heading === undefined ? { path } : { path, heading }];
  });
}

/** The names under which the headings of a page can be linked to. */
export function anchorsOf(markdown: string): readonly string[] {
  return [...withoutCode(markdown).matchAll(/^#+ (?<text>.+)$/gm)].map(({ groups }) =>
    (groups?.['text'] ?? '')
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );
}

function withoutCode(markdown: string): string {
  return markdown
    .replaceAll(/^```[\s\S]*?^```$/gm, '')
    .replaceAll(/`[^`\n]*`/g, (code) => code.replaceAll(/[[\]()]/g, ''));
}
