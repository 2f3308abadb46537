import { nameOf } from '@kafka-eos/analyzer/program/paths';
import type { ConfigProblem } from '@kafka-eos/linter/config/config-problem';
import type { Finding } from '@kafka-eos/linter/finding';
import type { Analyse, AnalysisJob, AnalysisReply, Done, Question } from './analysis-job.ts';
import type { FolderSettings } from './folder-settings.ts';

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
  /** Whatever is being computed is out of date: the text of an open document changed, or what the disk holds may have. */
  readonly touch: (changed: 'text' | 'disk') => void;
  /** The findings of the text as it is when the promise resolves. */
  readonly current: () => Promise<Checked>;
  /** What else is to be known of the text as it is; undefined when that changed meanwhile, or could not be found out. */
  readonly ask: (question: Question) => Promise<Done | undefined>;
}

export interface SessionRequest {
  readonly root: string;
  readonly folders: () => AnalysisJob['folders'];
  readonly texts: () => AnalysisJob['texts'];
  readonly settings: () => Promise<FolderSettings>;
  readonly analyse: Analyse;
  /** Resolves when a burst of changes may be over. */
  readonly pause: () => Promise<void>;
  /** The folder is looked at for the first time, until the promise resolves. */
  readonly opening: (work: Promise<unknown>) => void;
}

export function openFolderSession(request: SessionRequest): FolderSession {
  const { root, pause } = request;
  let version = 0;
  let disk = 0;
  let checked: Checked = { version: -1, findings: [], notices: [] };
  let settling: Promise<Checked> | undefined;
  let isOpened = false;
  let questions = new AbortController();
  let known = new Map<string, Promise<Done | undefined>>();

  const settle = async (): Promise<Checked> => {
    for (;;) {
      const wanted = version;
      await pause();
      if (version !== wanted) continue;
      const found = await replyTo(request, disk, { kind: 'findings' });
      if (version === wanted) return (checked = after(checked, wanted, found));
    }
  };
  /** Unlike the findings, which somebody will want whatever happens, this is given up when the text changes. */
  const answerTo = async (question: Question): Promise<Done | undefined> => {
    const { signal } = questions;
    const found = await replyTo(request, disk, question, signal);
    return found.kind === 'done' && !signal.aborted ? found : undefined;
  };
  return {
    root,
    version: () => version,
    touch: (changed) => {
      version += 1;
      if (changed === 'disk') disk += 1;
      questions.abort();
      questions = new AbortController();
      known = new Map();
    },
    current: () => {
      if (checked.version === version) return Promise.resolve(checked);
      settling ??= settle().finally(() => (settling = undefined));
      if (!isOpened) request.opening(settling);
      isOpened = true;
      return settling;
    },
    ask: (question) => {
      const key = JSON.stringify(question);
      const answered = known.get(key) ?? answerTo(question);
      known.set(key, answered);
      return answered;
    },
  };
}

/** In a folder that the user does not want to be checked, nobody waits for an answer. */
async function replyTo(
  { root, folders, texts, analyse, settings }: SessionRequest,
  disk: number,
  question: Question,
  signal?: AbortSignal,
): Promise<AnalysisReply> {
  const settled = await settings();
  if (!settled.enable) return { kind: 'cancelled' };
  return analyse({ root, folders: folders(), texts: texts(), disk, settings: settled, question }, signal);
}

/** What goes wrong leaves the last findings in place: an editor that forgets them looks as if they were fixed. */
function after(before: Checked, version: number, reply: AnalysisReply): Checked {
  if (reply.kind === 'cancelled') return { version, findings: [], notices: [] };
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

function failureIn(reply: Exclude<AnalysisReply, { readonly kind: 'cancelled' }>): string | undefined {
  if (reply.kind === 'failed') return reply.message;
  const problems = reply.result.configProblems.map(problemText);
  return problems.length === 0 ? undefined : `nothing is checked: ${problems.join('; ')}`;
}

function problemText({ file, line, message }: ConfigProblem): string {
  if (file === undefined) return message;
  return line === undefined ? `${nameOf(file)}: ${message}` : `${nameOf(file)}:${line}: ${message}`;
}
