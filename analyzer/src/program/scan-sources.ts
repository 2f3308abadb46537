import type { LibraryStub } from '../facts/library-stub.ts';
import { isUtf16, utf16ToUtf8 } from './read-source.ts';
import { scanSpecifiers, type Mentions } from './scan-specifiers.ts';
import { isDeclaration } from './source-kinds.ts';
import type { FileContent, WorkspaceHost } from './workspace-host.ts';

/** What the bytes of all sources say, before anything is parsed. */
export interface ScannedSources {
  readonly mentions: ReadonlyMap<string, Mentions>;
  /** Files that name a Kafka package where an import could name it, or say with a tag that they do Kafka's work. */
  readonly seeds: readonly string[];
  /** Those of the seeds that say so with a tag. */
  readonly tagged: ReadonlySet<string>;
  /** Declaration files by the module that they declare. */
  readonly declaredModules: ReadonlyMap<string, string>;
  /** Specifiers that stand for Kafka: the libraries' and those that the workspace's own declarations tag as such. */
  readonly kafkaSpecifiers: ReadonlySet<string>;
  /** Sources that could not be read, with the reason. */
  readonly unreadable: ReadonlyMap<string, string>;
  /** A source as it was scanned, so that nothing is read twice. */
  readonly read: (file: string) => FileContent;
  /** Whether the bytes of a source contain one of these texts. */
  readonly contains: (file: string, texts: readonly string[]) => boolean;
  /** Forgets what a source held. True when every question about it that was asked has the answer that it had. */
  readonly reread: (file: string) => boolean;
}

/** What the bytes of one source say. */
export interface ScannedSource {
  readonly mentions: Mentions;
  readonly tagsKafka: boolean;
}

/** Bytes kept so that a second look does not read the disk again. */
const mostBytesKept = 128 * 1024 * 1024;
const kafkaTag =
  /@eos[ \t]+(?:create-producer|create-consumer|begin|produce|send-offsets|subscribe|consume|commit-offsets|resolve-offset)\b/;

export function scanSources(
  host: WorkspaceHost,
  files: readonly string[],
  libraries: readonly LibraryStub[],
): ScannedSources {
  const mentions = new Map<string, Mentions>();
  const declaredModules = new Map<string, string>();
  const unreadable = new Map<string, string>();
  const tagged = new Set<string>();
  const kafkaSpecifiers = new Set(libraries.filter(({ role }) => role === 'kafka').map(({ specifier }) => specifier));
  const kept = openBytes(host);

  for (const file of files) {
    const content = kept.read(file);
    if (content.kind !== 'bytes') {
      unreadable.set(file, content.kind === 'missing' ? 'it is listed but cannot be found' : content.reason);
      continue;
    }
    const found = scanSource(content.bytes);
    mentions.set(file, found.mentions);
    if (found.tagsKafka) tagged.add(file);
    if (!isDeclaration(file)) continue;
    for (const name of found.mentions.declared) {
      if (!declaredModules.has(name)) declaredModules.set(name, file);
      if (tagged.has(file)) kafkaSpecifiers.add(name);
    }
  }
  const seeds = files.filter((file) => tagged.has(file) || mentionsKafka(mentions.get(file), kafkaSpecifiers));
  return { mentions, seeds, tagged, declaredModules, kafkaSpecifiers, unreadable, ...kept };
}

export function scanSource(content: Uint8Array): ScannedSource {
  const bytes = textBytes(content);
  return { mentions: scanSpecifiers(bytes), tagsKafka: tagsKafka(bytes) };
}

/** A specifier stands for Kafka if it is one of these or lies below one of them (`kafkajs/…`). */
export function isKafkaSpecifier(specifier: string, kafka: ReadonlySet<string>): boolean {
  for (let end = specifier.length; end > 0; end = specifier.lastIndexOf('/', end - 1)) {
    if (kafka.has(specifier.slice(0, end))) return true;
  }
  return false;
}

export function mentionsKafka(found: Mentions | undefined, kafka: ReadonlySet<string>): boolean {
  return found !== undefined && found.imported.some((specifier) => isKafkaSpecifier(specifier, kafka));
}

function tagsKafka(bytes: Uint8Array): boolean {
  const buffer = asBuffer(bytes);
  for (let at = buffer.indexOf('@eos'); at >= 0; at = buffer.indexOf('@eos', at + 4)) {
    if (kafkaTag.test(buffer.toString('latin1', at, at + 80))) return true;
  }
  return false;
}

function openBytes(host: WorkspaceHost): Pick<ScannedSources, 'read' | 'contains' | 'reread'> {
  const kept = new Map<string, FileContent>();
  const answers = new Map<string, Map<string, boolean>>();
  let size = 0;
  function look(file: string, texts: readonly string[]): boolean {
    const content = read(file);
    if (content.kind !== 'bytes') return false;
    const bytes = asBuffer(content.bytes);
    return texts.some((text) => bytes.includes(text));
  }
  function read(file: string): FileContent {
    const seen = kept.get(file);
    if (seen) return seen;
    const content = host.readFile(file);
    const length = content.kind === 'bytes' ? content.bytes.length : 0;
    if (size + length <= mostBytesKept) {
      kept.set(file, content);
      size += length;
    }
    return content;
  }
  return {
    read,
    contains(file, texts) {
      const known = answers.get(file) ?? new Map<string, boolean>();
      answers.set(file, known);
      const question = texts.join('\n');
      const answer = known.get(question) ?? look(file, texts);
      known.set(question, answer);
      return answer;
    },
    reread(file) {
      const content = kept.get(file);
      if (content?.kind === 'bytes') size -= content.bytes.length;
      kept.delete(file);
      const before = answers.get(file) ?? new Map<string, boolean>();
      const now = new Map([...before.keys()].map((question) => [question, look(file, question.split('\n'))]));
      answers.set(file, now);
      return [...before].every(([question, answer]) => now.get(question) === answer);
    },
  };
}

function textBytes(bytes: Uint8Array): Uint8Array {
  return isUtf16(bytes) ? utf16ToUtf8(bytes) : bytes;
}

function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
