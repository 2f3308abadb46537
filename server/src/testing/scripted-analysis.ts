import type { Finding } from '@kafka-eos/linter/finding';
import type { LintResult } from '@kafka-eos/linter/lint-result';
import type { Analyse, AnalysisJob, AnalysisReply } from '../analysis-job.ts';
import { openMailbox, type Mailbox } from './mailbox.ts';

export interface AskedJob {
  readonly job: AnalysisJob;
  readonly reply: (reply: AnalysisReply) => void;
}

/** An analysis that the test answers by hand. */
export function scriptedAnalysis(): { readonly analyse: Analyse; readonly asked: Mailbox<AskedJob> } {
  const asked = openMailbox<AskedJob>();
  return {
    asked,
    analyse: (job) =>
      new Promise((reply) => {
        asked.put({ job, reply });
      }),
  };
}

/** A finding per word TRAP of the texts. */
export function trapsIn({ root, texts }: AnalysisJob): AnalysisReply {
  const findings = [...texts].flatMap(([path, text]) =>
    [...text.matchAll(/TRAP/g)].map(({ index }) => trapAt(path.slice(root.length + 1), index + 1)),
  );
  return { kind: 'done', result: { ...nothing, findings } };
}

export const nothing: LintResult = {
  findings: [],
  notices: [],
  summary: { files: 0, filesScanned: 0, handlers: 0, transactions: 0, errors: 0, warnings: 0, infos: 0 },
  clients: [],
  configProblems: [],
};

function trapAt(file: string, column: number): Finding {
  return {
    rule: 'trap',
    messageId: 'trap',
    severity: 'warning',
    message: 'There is a trap here.',
    help: 'It bites.\nStep aside.',
    url: 'https://example.org/trap',
    file,
    start: { line: 1, column },
    end: { line: 1, column: column + 4 },
    related: [],
    trace: [],
    fixes: [],
  };
}
