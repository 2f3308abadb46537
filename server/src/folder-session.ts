import { nameOf } from '@kafka-eos/analyzer/program/paths';
import type { ConfigProblem } from '@kafka-eos/linter/config/config-problem';
import type { Finding } from '@kafka-eos/linter/finding';
import type { Analyse, AnalysisJob, AnalysisReply, Question } from './analysis-job.ts';

/** What is known about a folder at one version of its text. */
export interface Checked {
  readonly version: number;
  /** Of this version; of an older one, the last that could be analysed, when `failure` says why. */
  readonly findings: readonly Finding[];
  readonly failure?: string;
  /** What was left out, in words. */
  readonly notices: readonly string[];
}

/** One workspace folder. A version counts changes of any text in it: a finding may rest on several files. */
export interface FolderSession {
  /** Absolute, with `/`. */
  readonly root: string;
  readonly version: () => number;
  /** Some text changed: whatever is being computed is out of date. */
  readonly touch: () => void;
  /** The findings of the text as it is when the promise resolves. */
  readonly current: () => Promise<Checked>;
  /** The findings of a file (relative to the root) with their fixes; undefined when the text changed meanwhile. */
  readonly withFixes: (file: string) => Promise<readonly Finding[] | undefined>;
  /** The file with its safe fixes; undefined when there are none, or the text changed meanwhile. */
  readonly fixedText: (file: string) => Promise<string | undefined>;
}

export interface SessionRequest {
  readonly root: string;
  readonly texts: () => AnalysisJob['texts'];
  readonly analyse: Analyse;
  /** Resolves when a burst of changes may be over. */
  readonly pause: () => Promise<void>;
}

type Done = Extract<AnalysisReply, { readonly kind: 'done' }>;

export function openFolderSession({ root, texts, analyse, pause }: SessionRequest): FolderSession {
  let version = 0;
  let checked: Checked = { version: -1, findings: [], notices: [] };
  let settling: Promise<Checked> | undefined;
  let questions = new AbortController();
  let known = new Map<string, Promise<readonly Finding[] | undefined>>();

  const settle = async (): Promise<Checked> => {
    for (;;) {
      const wanted = version;
      await pause();
      if (version !== wanted) continue;
      const job: AnalysisJob = { root, texts: texts(), question: { kind: 'findings' } };
      const reply = await analyse(job);
      if (version === wanted) return (checked = after(checked, wanted, reply));
    }
  };
  /** Unlike the findings, which somebody will want whatever happens, this is given up when the text changes. */
  const ask = async (question: Question): Promise<Done | undefined> => {
    const { signal } = questions;
    const reply = await analyse({ root, texts: texts(), question }, signal);
    return reply.kind === 'done' && !signal.aborted ? reply : undefined;
  };
  const fixesOf = async (file: string): Promise<readonly Finding[] | undefined> => {
    const reply = await ask({ kind: 'fixes', file });
    return reply?.result.findings.filter((finding) => finding.file === file);
  };
  return {
    root,
    version: () => version,
    touch: () => {
      version += 1;
      questions.abort();
      questions = new AbortController();
      known = new Map();
    },
    current: () => {
      if (checked.version === version) return Promise.resolve(checked);
      settling ??= settle().finally(() => (settling = undefined));
      return settling;
    },
    withFixes: (file) => {
      const fixes = known.get(file) ?? fixesOf(file);
      known.set(file, fixes);
      return fixes;
    },
    fixedText: async (file) => (await ask({ kind: 'fixed-text', file }))?.fixedText,
  };
}

/** What goes wrong leaves the last findings in place: an editor that forgets them looks as if they were fixed. */
function after(before: Checked, version: number, reply: AnalysisReply): Checked {
  const failure = failureIn(reply);
  if (reply.kind !== 'done' || failure !== undefined) {
    return { version, findings: before.findings, notices: before.notices, failure: failure ?? 'the analysis stopped' };
  }
  const { findings, notices } = reply.result;
  return {
    version,
    findings,
    notices: notices.map(({ file, message }) => (file === undefined ? message : `${file}: ${message}`)),
  };
}

function failureIn(reply: AnalysisReply): string | undefined {
  if (reply.kind === 'failed') return reply.message;
  if (reply.kind === 'cancelled') return undefined;
  const problems = reply.result.configProblems.map(problemText);
  return problems.length === 0 ? undefined : `nothing is checked: ${problems.join('; ')}`;
}

function problemText({ file, line, message }: ConfigProblem): string {
  if (file === undefined) return message;
  return line === undefined ? `${nameOf(file)}: ${message}` : `${nameOf(file)}:${line}: ${message}`;
}
