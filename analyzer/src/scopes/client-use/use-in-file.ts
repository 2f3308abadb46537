import type { WrongOffset } from '../../facts/handler-outcome.ts';
import type { Overlap } from '../../facts/overlap.ts';
import type { Knowledge } from '../../recognize/knowledge.ts';
import type { OptionsAt } from '../known-settings.ts';
import { committedOffsetsAt } from './committed-offsets.ts';
import { settingsCallAt, type SettingsCall } from './misplaced-options.ts';
import { missingMemberAt } from './missing-members.ts';
import { misusesAt, type SeenMisuse } from './misused-calls.ts';
import { overlapAt } from './overlap-at.ts';
import { ackedSendsAt, producersMadeAt, type AckedSend, type MadeProducer } from './producer-setups.ts';
import { producerUsesAt, type ProducerUse } from './producer-use.ts';
import type { Starts } from './starts.ts';
import { identitiesAt, type MadeIdentity } from './transactional-ids.ts';

/** The calls of one file that set up a Kafka library, or may use it wrongly; by what they are looked at for. */
export interface CallsInFile {
  /** Calls that are handed options. */
  readonly settings: readonly OptionsAt['call'][];
  readonly begins: readonly OptionsAt['call'][];
  readonly offsets: readonly OptionsAt['call'][];
  /** Calls that construct a producer. */
  readonly producers: readonly OptionsAt['call'][];
  /** Calls of members that cannot work in some way. */
  readonly misuses: readonly OptionsAt['call'][];
  /** Calls that move the position of a group. */
  readonly positions: readonly OptionsAt['call'][];
  /** Calls that are spelt like members which are missing. */
  readonly missing: readonly OptionsAt['call'][];
}

/** How one file sets Kafka libraries up and calls them; what depends on other files is left open. */
export interface UseInFile {
  readonly settings: readonly SettingsCall[];
  readonly producers: readonly MadeProducer[];
  readonly sends: readonly AckedSend[];
  readonly begins: readonly ProducerUse[];
  readonly offsets: readonly ProducerUse[];
  readonly identities: readonly MadeIdentity[];
  readonly misuses: readonly SeenMisuse[];
  readonly overlaps: readonly Overlap[];
  readonly wrongOffsets: readonly WrongOffset[];
}

export function useInFile(knowledge: Knowledge, calls: CallsInFile, starts: Starts): UseInFile {
  return {
    settings: calls.settings.map((call) => settingsCallAt(knowledge, call)),
    producers: calls.settings.flatMap((call) => producersMadeAt(knowledge, call)),
    sends: calls.settings.flatMap((call) => ackedSendsAt(knowledge, call)),
    begins: calls.begins.flatMap((call) => producerUsesAt(knowledge, call, 'begin')),
    offsets: calls.offsets.flatMap((call) => producerUsesAt(knowledge, call, 'send-offsets')),
    identities: calls.producers.flatMap((call) => identitiesAt(knowledge, call, starts)),
    misuses: [
      ...calls.misuses.flatMap((call) => misusesAt(knowledge, call)),
      ...calls.missing.flatMap((call) => missingMemberAt(knowledge, call)),
    ],
    overlaps: calls.begins.flatMap((call) => overlapAt(knowledge, call, starts) ?? []),
    wrongOffsets: calls.positions.flatMap((call) => committedOffsetsAt(knowledge, call)),
  };
}
