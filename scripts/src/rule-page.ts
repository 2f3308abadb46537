export interface CodeBlock {
  readonly section: string;
  readonly language: string;
  /** The 1-based line of the block's first line of code. */
  readonly line: number;
  readonly code: string;
}

export interface RulePage {
  readonly title: string;
  /** The text between the title and the first section, as one line. */
  readonly summary: string;
  /** The `##` headings, in order. */
  readonly sections: readonly string[];
  readonly blocks: readonly CodeBlock[];
}

/** What every rule page tells, in this order. */
export const pageSections = [
  'Problem',
  'The crash',
  'Wrong',
  'Right',
  'Options and severity',
  'Fix and its safety',
  'When not to use',
  'Known limits',
  'References',
] as const;

const fence = /^```(?<language>\w*)$/;

/** Reads a page of docs/rules as far as a test can check it: its headings and its code. */
export function readRulePage(text: string): RulePage {
  const sections: string[] = [];
  const blocks: CodeBlock[] = [];
  const prose: string[] = [];
  let open: { readonly language: string; readonly line: number; readonly lines: string[] } | undefined;
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    const language = fence.exec(line)?.groups?.['language'];
    if (open === undefined && language !== undefined) open = { language, line: index + 2, lines: [] };
    else if (open === undefined) {
      if (line.startsWith('## ')) sections.push(line.slice(3).trim());
      else if (sections.length === 0) prose.push(line);
    } else if (language === '') {
      blocks.push({
        section: sections.at(-1) ?? '',
        language: open.language,
        line: open.line,
        code: `${open.lines.join('\n')}\n`,
      });
      open = undefined;
    } else open.lines.push(line);
  }
  return { ...introduction(prose), sections, blocks };
}

function introduction(lines: readonly string[]): Pick<RulePage, 'title' | 'summary'> {
  const isTitle = (line: string): boolean => line.startsWith('# ');
  return {
    title: lines.find(isTitle)?.slice(2).trim() ?? '',
    summary: lines
      .filter((line) => !isTitle(line) && line.trim() !== '')
      .map((line) => line.trim())
      .join(' '),
  };
}

/** The TypeScript programs of a section. */
export function programsIn(page: RulePage, section: string): readonly CodeBlock[] {
  return page.blocks.filter((block) => block.section === section && block.language === 'ts');
}
