import type { Finding } from '@kafka-eos/linter/finding';
import type { Report } from '../reporters/report.ts';
import { plain } from '../terminal/style.ts';

const file = 'src/payments.ts';

const span = (line: number, from: number, to: number) => ({
  file,
  start: { line, column: from },
  end: { line, column: to },
});

/** A finding with all that a finding can have. */
export const sampleFinding: Finding = {
  rule: 'in-memory-dedup',
  messageId: 'guard',
  severity: 'error',
  message: 'seen.has(id) decides whether charge runs, and it lives in this process.',
  help: 'After a crash it is empty.\nRecord the id in the database.',
  url: 'https://github.com/kafka-eos/kafka-eos/blob/main/docs/rules/in-memory-dedup.md',
  ...span(2, 7, 19),
  related: [{ ...span(4, 3, 15), message: 'recorded here' }],
  trace: [
    { ...span(3, 3, 9), kind: 'effect', message: 'charge runs' },
    { ...span(3, 3, 9), kind: 'fault', message: 'the process crashes' },
    { ...span(2, 7, 19), kind: 'replay', message: 'the message comes again, and the guard knows nothing' },
  ],
  fixes: [
    {
      title: 'key the charge',
      safety: 'unsafe',
      edits: [{ ...span(3, 10, 10), text: 'id' }],
    },
  ],
};

export const sampleText = [
  'async function handle(id: string) {',
  '\tif (seen.has(id)) return;',
  '  charge();',
  '  seen.add(id);',
  '}',
  '',
].join('\n');

export const sampleReport: Report = {
  findings: [sampleFinding],
  notices: [],
  summary: { files: 2, filesScanned: 9, handlers: 1, transactions: 0, errors: 1, warnings: 0, infos: 0 },
  clients: ['kafkajs'],
  checked: true,
  durationMs: 41.7,
  applied: { fixes: 0, files: 0 },
  rules: [
    { id: 'first', summary: 'Not this one.', severity: { recommended: 'off', strict: 'warning' } },
    { id: 'in-memory-dedup', summary: 'A guard in memory.', severity: { recommended: 'error', strict: 'error' } },
  ],
  version: '1.2.3',
  shownPath: (name) => name,
  repositoryPath: (name) => `services/${name}`,
  textOf: (name) => (name === file ? sampleText : undefined),
  style: plain,
};

/** The sample with hostile text wherever text of others goes. */
export function hostileReport(text: string): Report {
  const place = { ...span(2, 7, 19), file: text };
  return {
    ...sampleReport,
    findings: [
      {
        ...sampleFinding,
        ...place,
        message: text,
        help: text,
        related: [{ ...place, message: text }],
        trace: [{ ...place, kind: 'effect', message: text }],
        fixes: [{ title: text, safety: 'safe', edits: [{ ...place, text }] }],
      },
    ],
    notices: [{ message: text, file: text, incomplete: true }],
    clients: [text],
    textOf: () => `${text}\n${text}`,
  };
}
