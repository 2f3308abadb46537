import type ts from 'typescript';
import type { ClientUse } from '../facts/client-use.ts';
import { comparePlaces } from '../facts/place.ts';
import { openKnowledge } from '../recognize/open-knowledge.ts';
import type { Knowledge } from '../recognize/knowledge.ts';
import type { SharedKnowledge } from '../recognize/share-knowledge.ts';
import { callsTagged } from '../recognize/tagged-calls.ts';
import { callsSpeltLikeMissing } from '../scopes/client-use/missing-members.ts';
import { POSITION_VERBS, wronglyCommitted } from '../scopes/client-use/committed-offsets.ts';
import { misplacedOptions } from '../scopes/client-use/misplaced-options.ts';
import { misusedCalls } from '../scopes/client-use/misused-calls.ts';
import { producerSetups } from '../scopes/client-use/producer-setups.ts';
import { recordingStarts, startsTheSame, type Starts } from '../scopes/client-use/starts.ts';
import { suffixedGroups } from '../scopes/client-use/suffixed-groups.ts';
import { transactionalIds } from '../scopes/client-use/transactional-ids.ts';
import { useInFile, type CallsInFile, type UseInFile } from '../scopes/client-use/use-in-file.ts';
import type { FoundConsumer, MadeConsumer } from '../scopes/find-consumers.ts';
import { workOff, type Piece, type Pieces, type PieceWork } from './piece.ts';

/** How one file uses Kafka libraries, and what that rests on besides what was consulted. */
export interface FileUse {
  readonly use: UseInFile;
  readonly calls: CallsInFile;
  /** Functions that it was asked of what starts them. */
  readonly asked: ReadonlySet<ts.Node>;
}

export interface UsesRequest extends Pick<PieceWork<ts.SourceFile, FileUse>, 'shared' | 'failures'> {
  readonly starts: Starts;
  readonly keeps: (piece: Piece<unknown>) => boolean;
  /** What was found out before; absent when nothing was. */
  readonly before: { readonly uses: Pieces<FileUse>; readonly starts: Starts } | undefined;
}

/** How each file uses Kafka libraries: the calls of one file lean on each other, so they are read together. */
export function usesInFiles({ shared, failures, starts, keeps, before }: UsesRequest): Pieces<FileUse> {
  const files = callsByFile(shared);
  return workOff({
    shared,
    failures,
    sites: [...files.keys()],
    before: before?.uses ?? new Map(),
    keeps: (piece, file) =>
      keeps(piece) &&
      before !== undefined &&
      startsTheSame(piece.result.asked, before.starts, starts) &&
      sameCalls(piece.result.calls, files.get(file) ?? NO_CALLS),
    work: (knowledge, file) => {
      const own = recordingStarts(starts);
      const calls = files.get(file) ?? NO_CALLS;
      return { use: useInFile(knowledge, calls, own), calls, asked: own.asked };
    },
    what: 'the use of Kafka libraries',
  });
}

type Call = CallsInFile['settings'][number];
type CallsByFile = ReadonlyMap<ts.SourceFile, CallsInFile>;

const NO_CALLS: CallsInFile = {
  settings: [],
  begins: [],
  offsets: [],
  producers: [],
  misuses: [],
  positions: [],
  missing: [],
};

function callsByFile(shared: SharedKnowledge): CallsByFile {
  const all: CallsInFile = {
    settings: callsTagged(shared, 'settings'),
    begins: callsTagged(shared, 'begin'),
    offsets: callsTagged(shared, 'send-offsets'),
    producers: callsTagged(shared, 'create-producer'),
    misuses: callsTagged(shared, 'misuse'),
    positions: POSITION_VERBS.flatMap((verb) => callsTagged(shared, verb)),
    missing: callsSpeltLikeMissing(shared),
  };
  const files = new Map<ts.SourceFile, CallsInFile>();
  for (const kind of KINDS) {
    for (const [file, calls] of grouped(all[kind]))
      files.set(file, { ...(files.get(file) ?? NO_CALLS), [kind]: calls });
  }
  return files;
}

const KINDS = ['settings', 'begins', 'offsets', 'producers', 'misuses', 'positions', 'missing'] as const;

function grouped(calls: readonly Call[]): ReadonlyMap<ts.SourceFile, readonly Call[]> {
  const files = new Map<ts.SourceFile, Call[]>();
  for (const call of new Set(calls)) {
    const file = call.getSourceFile();
    const own = files.get(file);
    if (own === undefined) files.set(file, [call]);
    else own.push(call);
  }
  return files;
}

/** What is tagged elsewhere decides which calls are looked at. */
function sameCalls(before: CallsInFile, now: CallsInFile): boolean {
  return KINDS.every(
    (kind) => before[kind].length === now[kind].length && before[kind].every((call, at) => call === now[kind][at]),
  );
}

interface Beside {
  readonly shared: SharedKnowledge;
  readonly made: readonly MadeConsumer[];
  readonly found: readonly FoundConsumer[];
  readonly dualWrites: ClientUse['dualWrites'];
}

/** Puts together what the files say. */
export function clientUseOf(pieces: Pieces<FileUse>, { shared, made, found, dualWrites }: Beside): ClientUse {
  const uses = [...pieces.values()].map(({ result }) => result.use);
  const begins = uses.flatMap((use) => use.begins);
  const offsets = uses.flatMap((use) => use.offsets);
  let opened: Knowledge | undefined;
  const open = (): Knowledge => (opened ??= openKnowledge(shared));
  return {
    misplacedOptions: misplacedOptions(
      uses.flatMap((use) => use.settings),
      open,
    ),
    producerSetups: producerSetups(
      uses.flatMap((use) => use.producers),
      uses.flatMap((use) => use.sends),
      begins,
    ),
    misusedCalls: misusedCalls(
      uses.flatMap((use) => use.misuses),
      suffixedGroups(made),
    ),
    overlaps: uses.flatMap((use) => use.overlaps).sort((a, b) => comparePlaces(a.begin, b.begin)),
    transactionalIds: transactionalIds(
      uses.flatMap((use) => use.identities),
      { begins, offsets },
      found,
    ),
    dualWrites,
    wrongOffsets: wronglyCommitted(uses.flatMap((use) => use.wrongOffsets)),
  };
}
