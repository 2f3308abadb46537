import { resolve, sep } from 'node:path';
import { createDiskHost } from '@kafka-eos/analyzer/program/disk-host';
import { isInside, joinPath } from '@kafka-eos/analyzer/program/paths';
import { isSource } from '@kafka-eos/analyzer/program/source-kinds';
import type { WorkspaceHost } from '@kafka-eos/analyzer/program/workspace-host';
import { decodeForDisplay } from '@kafka-eos/linter/source-text';
import type { Preset } from '@kafka-eos/rules/contract/define-rule';
import { readSettings } from './plugin-settings.ts';
import type { Answer, Ask, Question } from './protocol.ts';
import { openRoots } from './workspace-root.ts';

/** A file as the host hands it to a rule. */
export interface LintedFile {
  readonly filename: string;
  readonly cwd: string;
  /** Without a byte order mark. */
  readonly text: string;
  readonly settings: unknown;
}

/**
 * What there is to say about a file; nothing, if the analysis does not read such files. A failure is said once, to the
 * first rule that asks in a pass over the file.
 */
export type JudgeFile = (file: LintedFile, preset: Preset) => Answer;

/** Every rule asks about every file; the analysis is asked once per pass over a file. */
export function openJudge(ask: Ask): JudgeFile {
  const disk = createDiskHost('/');
  const rootOf = openRoots(disk);
  let pass: Pass | undefined;

  const passOver = (file: LintedFile): Pass => {
    if (pass !== undefined && isSame(pass.file, file)) return pass;
    // The host tries fixes in one go: the same file with another text, before anything else can happen.
    const isFixed = pass?.file.filename === file.filename;
    const begun = { file, subject: subjectOf(file, isFixed, disk, rootOf), answers: new Map<Preset, Answer>() };
    queueMicrotask(() => {
      if (pass === begun) pass = undefined;
    });
    return (pass = begun);
  };
  return (file, preset) => {
    const { subject, answers } = passOver(file);
    if (subject.kind === 'none') return nothing;
    const answer = answers.get(preset) ?? (subject.kind === 'failed' ? subject : ask({ ...subject.question, preset }));
    if (answer.kind === 'failed') for (const each of presets) answers.set(each, nothing);
    else answers.set(preset, answer);
    return answer;
  };
}

/** The rules run over a file one after the other, without a pause. */
interface Pass {
  readonly file: LintedFile;
  readonly subject: Subject;
  readonly answers: Map<Preset, Answer>;
}

/** What a file is to the analysis. */
type Subject =
  | { readonly kind: 'none' }
  | { readonly kind: 'source'; readonly question: Omit<Question, 'preset'> }
  | Extract<Answer, { readonly kind: 'failed' }>;

const nothing: Answer = { kind: 'checked', findings: [], gaps: [], blindSpots: [] };
const presets: readonly Preset[] = ['recommended', 'strict'];

function subjectOf(
  { filename, text, settings, cwd }: LintedFile,
  isFixed: boolean,
  disk: WorkspaceHost,
  rootOf: ReturnType<typeof openRoots>,
): Subject {
  const read = readSettings(settings);
  if ('problem' in read) return { kind: 'failed', message: read.problem };
  const folder = withSlashes(cwd);
  const path = withSlashes(resolve(cwd, filename));
  const root = read.root === undefined ? rootOf(path, folder) : joinPath(folder, withSlashes(read.root));
  if (!isSource(path) || !isInside(root, path)) return { kind: 'none' };
  const question = { root, path, includeTests: read.includeTests, isFixed };
  const isSaved = textOf(disk, path) === text;
  return { kind: 'source', question: isSaved ? question : { ...question, text } };
}

function isSame(a: LintedFile, b: LintedFile): boolean {
  return a.filename === b.filename && a.text === b.text && a.cwd === b.cwd && a.settings === b.settings;
}

function textOf(disk: WorkspaceHost, path: string): string | undefined {
  const content = disk.readFile(path);
  return content.kind === 'bytes' ? decodeForDisplay(content.bytes) : undefined;
}

function withSlashes(path: string): string {
  return sep === '\\' ? path.replaceAll(sep, '/') : path;
}
